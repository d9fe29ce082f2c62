using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRDELTABLES: deletes tables; one that rules name stays, empty and without effect, until they go.</summary>
public static class PacketFilterDeleteTables
{
    [AbiConstant("DIOCRDELTABLES")]
    private const long Request = 0xC450443E;

    /// <summary>Makes the call. The kernel writes into it how many it was about.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="tables">The tables.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, IReadOnlyList<PacketFilterTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);

        // Flags are EINVAL here, those of an answer too.
        return PacketFilterTableRequest.ComposeTables(
            target, "DIOCRDELTABLES", Request, device, [.. tables.Select(PacketFilterTableRequest.Plain)]);
    }

    /// <summary>Deletes tables; those that are not there are no error.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="tables">The tables.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="NativeException">EACCES.</exception>
    public static int Invoke(IKernel kernel, Operand device, IReadOnlyList<PacketFilterTable> tables)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, tables);
        kernel.Require(call);
        return PacketFilterTableRequest.Read(call, PfiocTableLayout.Deleted);
    }
}
