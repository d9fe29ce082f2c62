using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCXBEGIN: begins to replace lists; anchors that are not there are made. What is in force stays so until the commit.</summary>
public static class PacketFilterBegin
{
    [AbiConstant("DIOCXBEGIN")]
    private const long Request = 0xC0104451;

    /// <summary>Makes the call. The kernel writes the tickets into its second block.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="elements">The lists.</param>
    /// <exception cref="ArgumentException">The path of an anchor is too long, or a component is empty or has more than 63 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, IReadOnlyList<PacketFilterTransactionElement> elements) =>
        PacketFilterTransactionRequest.Compose(target, "DIOCXBEGIN", Request, device, elements);

    /// <summary>Begins.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="elements">The lists.</param>
    /// <returns>The lists with their tickets.</returns>
    /// <exception cref="NativeException">EINVAL: there is no such list, or the anchor cannot be made. ENOMEM. EACCES.</exception>
    public static IReadOnlyList<PacketFilterTransactionElement> Invoke(
        IKernel kernel, Operand device, IReadOnlyList<PacketFilterTransactionElement> elements)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, elements);
        kernel.Require(call);
        return PacketFilterTransactionRequest.ReadTickets(call, elements);
    }
}
