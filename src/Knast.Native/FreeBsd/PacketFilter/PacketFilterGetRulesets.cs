using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETRULESETS: how many anchors there are right below one.</summary>
public static class PacketFilterGetRulesets
{
    [AbiConstant("DIOCGETRULESETS")]
    private const long Request = 0xC444443A;

    /// <summary>Makes the call. The kernel writes the number into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <exception cref="ArgumentException">The path of the anchor cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string anchor)
    {
        PacketFilterNames.RequireAnchor(anchor);
        SystemCall call = PacketFilterRequest.Compose(
            target, Request, device, $"DIOCGETRULESETS {PacketFilterRequest.Describe(anchor)}", PfiocRulesetLayout.Size);
        FixedText.Write(
            call.Bytes(PacketFilterRequest.Block).Slice(PfiocRulesetLayout.Path, PacketFilterNames.AnchorPathSize), anchor, "The anchor");
        return call;
    }

    /// <summary>Reads the names of the anchors right below one.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <returns>Names, not paths. Where the anchor itself is not there, none.</returns>
    /// <exception cref="NativeException">What ioctl(2) lists.</exception>
    public static IReadOnlyList<string> Invoke(IKernel kernel, Operand device, string anchor)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, anchor);
        SystemCallResult result = kernel.Invoke(call);
        if (result.Failed)
        {
            return result.Code() == ErrorCode.ENOENT ? [] : throw result.ToException(call);
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(PacketFilterRequest.Block)[PfiocRulesetLayout.Number..]);
        var names = new List<string>(Math.Clamp(count, 0, 1024));
        for (int number = 0; number < count; number++)
        {
            // An anchor that went meanwhile leaves the list shorter.
            if (PacketFilterGetRuleset.TryInvoke(kernel, device, anchor, number) is not { } name)
            {
                break;
            }

            names.Add(name);
        }

        return names;
    }
}
