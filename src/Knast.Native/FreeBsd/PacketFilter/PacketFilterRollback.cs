using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCXROLLBACK: forgets the new lists.</summary>
public static class PacketFilterRollback
{
    [AbiConstant("DIOCXROLLBACK")]
    private const long Request = 0xC0104453;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="elements">The lists with their tickets.</param>
    /// <exception cref="ArgumentException">The path of an anchor cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, IReadOnlyList<PacketFilterTransactionElement> elements) =>
        PacketFilterTransactionRequest.Compose(target, "DIOCXROLLBACK", Request, device, elements);

    /// <summary>Forgets them; nothing happens to lists of another ticket.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="elements">The lists with their tickets.</param>
    /// <exception cref="NativeException">EINVAL: there is no such list. EACCES.</exception>
    public static void Invoke(IKernel kernel, Operand device, IReadOnlyList<PacketFilterTransactionElement> elements)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, elements);
        kernel.Require(call);
    }
}
