using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETRULESET: the name of one of the anchors right below one.</summary>
public static class PacketFilterGetRuleset
{
    [AbiConstant("DIOCGETRULESET")]
    private const long Request = 0xC444443B;

    /// <summary>Makes the call. The kernel writes the name into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="number">Its place, from 0.</param>
    /// <exception cref="ArgumentException">The path of the anchor cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string anchor, int number)
    {
        PacketFilterNames.RequireAnchor(anchor);
        SystemCall call = PacketFilterRequest.Compose(
            target, Request, device, $"DIOCGETRULESET {number} of {PacketFilterRequest.Describe(anchor)}", PfiocRulesetLayout.Size);
        FixedText.Write(
            call.Bytes(PacketFilterRequest.Block).Slice(PfiocRulesetLayout.Path, PacketFilterNames.AnchorPathSize), anchor, "The anchor");
        call.Write(PacketFilterRequest.Block, PfiocRulesetLayout.Number, 4, number);
        return call;
    }

    /// <summary>Reads a name.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="number">Its place, from 0.</param>
    /// <returns>Null where there are not so many (EBUSY), or the anchor itself is not there (ENOENT).</returns>
    /// <exception cref="NativeException">What ioctl(2) lists.</exception>
    public static string? TryInvoke(IKernel kernel, Operand device, string anchor, int number)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, anchor, number);
        SystemCallResult result = kernel.Invoke(call);
        if (result.Failed)
        {
            return result.Code() is ErrorCode.EBUSY or ErrorCode.ENOENT ? null : throw result.ToException(call);
        }

        return FixedText.Read(
            call.Bytes(PacketFilterRequest.Block).Slice(PfiocRulesetLayout.Name, PacketFilterNames.AnchorNameSize));
    }
}
