using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRADDADDRS: puts networks into a table.</summary>
public static class PacketFilterAddTableEntries
{
    [AbiConstant("DIOCRADDADDRS")]
    private const long Request = 0xC4504443;

    /// <summary>Makes the call. The kernel writes into it how many it was about.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <param name="entries">The networks.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be, or a prefix length.</exception>
    public static SystemCall Compose(
        KernelTarget target, Operand device, PacketFilterTable table, IReadOnlyList<PacketFilterTableEntry> entries) =>
        PacketFilterTableRequest.ComposeEntries(target, "DIOCRADDADDRS", Request, device, table, entries);

    /// <summary>Puts networks into a table; those that are in it stay.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <param name="entries">The networks.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="NativeException">ESRCH: there is no such table. EINVAL: a network has bits of a host. EPERM: the table is constant. ENOMEM. EACCES.</exception>
    public static int Invoke(IKernel kernel, Operand device, PacketFilterTable table, IReadOnlyList<PacketFilterTableEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, table, entries);
        kernel.Require(call);
        return PacketFilterTableRequest.Read(call, PfiocTableLayout.Added);
    }
}
