using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRADDTABLES: makes tables.</summary>
public static class PacketFilterAddTables
{
    [AbiConstant("DIOCRADDTABLES")]
    private const long Request = 0xC450443D;

    /// <summary>Makes the call. The kernel writes into it how many it was about.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="tables">The tables.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, IReadOnlyList<PacketFilterTable> tables) =>
        PacketFilterTableRequest.ComposeTables(target, "DIOCRADDTABLES", Request, device, tables);

    /// <summary>Makes tables; those that are there stay as they are.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="tables">The tables.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="NativeException">EINVAL: flags that a table cannot be made with. ENOMEM. EACCES.</exception>
    public static int Invoke(IKernel kernel, Operand device, IReadOnlyList<PacketFilterTable> tables)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, tables);
        kernel.Require(call);
        return PacketFilterTableRequest.Read(call, PfiocTableLayout.Added);
    }
}
