using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSIFMTU: how large a packet an interface takes. A bridge passes it on to its members.</summary>
public static class InterfaceSetMtu
{
    [AbiConstant("SIOCSIFMTU")]
    private const long Request = 0x80206934;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="bytes">The size: 72 to 65535, and what the driver can do.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, int bytes)
    {
        SystemCall call = InterfaceRequest.Compose(target, "SIOCSIFMTU", Request, BlockDirection.In, socket, name, $"{bytes}");
        call.Write(InterfaceRequest.Block, IfreqLayout.Mtu, 4, bytes);
        return call;
    }

    /// <summary>Sets the size.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="bytes">The size: 72 to 65535, and what the driver can do.</param>
    /// <exception cref="NativeException">EINVAL: the size. ENXIO: there is no such interface. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, int bytes)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, bytes);
        kernel.Require(call);
    }
}
