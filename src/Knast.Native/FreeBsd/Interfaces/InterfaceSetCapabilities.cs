using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSIFCAP: what an interface takes off the kernel. All that is to stay on must be given.</summary>
public static class InterfaceSetCapabilities
{
    [AbiConstant("SIOCSIFCAP")]
    private const long Request = 0x8020691E;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="capabilities">What is to be on.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, InterfaceCapabilities capabilities)
    {
        SystemCall call = InterfaceRequest.Compose(
            target, "SIOCSIFCAP", Request, BlockDirection.In, socket, name, $"0x{(int)capabilities:x}");
        call.Write(InterfaceRequest.Block, IfreqLayout.Capabilities, 4, (long)capabilities);
        return call;
    }

    /// <summary>Sets what is on.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="capabilities">What is to be on.</param>
    /// <exception cref="NativeException">EINVAL: something that the interface cannot do. EOPNOTSUPP. ENXIO: there is no such interface. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, InterfaceCapabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, capabilities);
        kernel.Require(call);
    }
}
