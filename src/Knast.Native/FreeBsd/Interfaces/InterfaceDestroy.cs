using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCIFDESTROY: destroys a cloned interface; with one end of an epair goes the other, wherever it is.</summary>
public static class InterfaceDestroy
{
    [AbiConstant("SIOCIFDESTROY")]
    private const long Request = 0x80206979;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name) =>
        InterfaceRequest.Compose(target, "SIOCIFDESTROY", Request, BlockDirection.In, socket, name);

    /// <summary>Destroys an interface.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="NativeException">ENXIO: there is none. EINVAL: it was not cloned, or is one that must stay, such as <c>lo0</c>. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name);
        kernel.Require(call);
    }
}
