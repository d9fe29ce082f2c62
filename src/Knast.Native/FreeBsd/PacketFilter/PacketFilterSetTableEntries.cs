using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRSETADDRS: makes a table hold just these networks.</summary>
public static class PacketFilterSetTableEntries
{
    [AbiConstant("DIOCRSETADDRS")]
    private const long Request = 0xC4504445;

    /// <summary>Makes the call. The kernel writes into it how many it added, deleted and changed.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <param name="entries">The networks.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be, or a prefix length.</exception>
    public static SystemCall Compose(
        KernelTarget target, Operand device, PacketFilterTable table, IReadOnlyList<PacketFilterTableEntry> entries) =>
        PacketFilterTableRequest.ComposeEntries(target, "DIOCRSETADDRS", Request, device, table, entries);

    /// <summary>Makes a table hold just these networks.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <param name="entries">The networks.</param>
    /// <returns>How many came, went and changed between in and out.</returns>
    /// <exception cref="NativeException">ESRCH: there is no such table. EINVAL: a network has bits of a host. EPERM: the table is constant. ENOMEM. EACCES.</exception>
    public static (int Added, int Deleted, int Changed) Invoke(
        IKernel kernel, Operand device, PacketFilterTable table, IReadOnlyList<PacketFilterTableEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, table, entries);
        kernel.Require(call);
        return (PacketFilterTableRequest.Read(call, PfiocTableLayout.Added),
            PacketFilterTableRequest.Read(call, PfiocTableLayout.Deleted),
            PacketFilterTableRequest.Read(call, PfiocTableLayout.Changed));
    }
}
