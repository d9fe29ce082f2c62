using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCSTOP: switches the packet filter off; its rules stay.</summary>
public static class PacketFilterStop
{
    [AbiConstant("DIOCSTOP")]
    private const long Request = 0x20004402;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    public static SystemCall Compose(KernelTarget target, Operand device) =>
        PacketFilterRequest.Compose(target, Request, device, "DIOCSTOP", 0);

    /// <summary>Switches it off.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <exception cref="NativeException">ENOENT: it is off. ENODEV: a kernel without compatibility with FreeBSD 14 has no such request. EACCES.</exception>
    public static void Invoke(IKernel kernel, Operand device)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device);
        kernel.Require(call);
    }
}
