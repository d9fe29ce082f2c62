using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRCLRADDRS: empties a table.</summary>
public static class PacketFilterClearTableEntries
{
    [AbiConstant("DIOCRCLRADDRS")]
    private const long Request = 0xC4504442;

    /// <summary>Makes the call. The kernel writes into it how many there were.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, PacketFilterTable table) =>
        PacketFilterTableRequest.Compose(target, "DIOCRCLRADDRS", Request, device, PacketFilterTableRequest.Plain(table), 0, 0, BlockDirection.In);

    /// <summary>Empties a table.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <returns>How many networks it held.</returns>
    /// <exception cref="NativeException">ESRCH: there is no such table. EPERM: it is constant. EACCES.</exception>
    public static int Invoke(IKernel kernel, Operand device, PacketFilterTable table)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, table);
        kernel.Require(call);
        return PacketFilterTableRequest.Read(call, PfiocTableLayout.Deleted);
    }
}
