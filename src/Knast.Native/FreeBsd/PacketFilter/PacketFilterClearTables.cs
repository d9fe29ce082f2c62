using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRCLRTABLES: deletes all tables of an anchor.</summary>
public static class PacketFilterClearTables
{
    [AbiConstant("DIOCRCLRTABLES")]
    private const long Request = 0xC450443C;

    /// <summary>Makes the call. The kernel writes into it how many there were.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string anchor) =>
        PacketFilterTableRequest.Compose(target, "DIOCRCLRTABLES", Request, device, new(anchor, ""), 0, 0, BlockDirection.In);

    /// <summary>Deletes all tables of an anchor.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="NativeException">ENOENT: there is no such anchor. EACCES.</exception>
    public static int Invoke(IKernel kernel, Operand device, string anchor)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, anchor);
        kernel.Require(call);
        return PacketFilterTableRequest.Read(call, PfiocTableLayout.Deleted);
    }
}
