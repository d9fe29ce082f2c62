using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCXCOMMIT: puts the new lists in force, all at once; an anchor whose lists are empty vanishes.</summary>
public static class PacketFilterCommit
{
    [AbiConstant("DIOCXCOMMIT")]
    private const long Request = 0xC0104452;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="elements">The lists with their tickets.</param>
    /// <exception cref="ArgumentException">The path of an anchor cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, IReadOnlyList<PacketFilterTransactionElement> elements) =>
        PacketFilterTransactionRequest.Compose(target, "DIOCXCOMMIT", Request, device, elements);

    /// <summary>Puts them in force.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="elements">The lists with their tickets.</param>
    /// <exception cref="NativeException">EBUSY: a ticket is not the latest, since another transaction has begun, or none was begun. EINVAL: there is no such list. EACCES.</exception>
    public static void Invoke(IKernel kernel, Operand device, IReadOnlyList<PacketFilterTransactionElement> elements)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, elements);
        kernel.Require(call);
    }
}
