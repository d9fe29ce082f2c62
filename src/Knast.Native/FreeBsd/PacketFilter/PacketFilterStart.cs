using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCSTART: switches the packet filter on.</summary>
public static class PacketFilterStart
{
    [AbiConstant("DIOCSTART")]
    private const long Request = 0x20004401;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    public static SystemCall Compose(KernelTarget target, Operand device) =>
        PacketFilterRequest.Compose(target, Request, device, "DIOCSTART", 0);

    /// <summary>Switches it on.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <exception cref="NativeException">EEXIST: it is on. ENODEV: a kernel without compatibility with FreeBSD 14 has no such request. EACCES.</exception>
    public static void Invoke(IKernel kernel, Operand device)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device);
        kernel.Require(call);
    }
}
