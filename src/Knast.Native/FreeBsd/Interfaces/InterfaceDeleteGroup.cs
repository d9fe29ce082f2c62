using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCDIFGROUP: takes an interface out of a group.</summary>
public static class InterfaceDeleteGroup
{
    [AbiConstant("SIOCDIFGROUP")]
    private const long Request = 0x80286989;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="group">The group.</param>
    /// <exception cref="ArgumentException">A name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, string group)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        return InterfaceGroupRequest.Compose(target, "SIOCDIFGROUP", Request, BlockDirection.In, socket, name, group);
    }

    /// <summary>Takes an interface out of a group.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="group">The group.</param>
    /// <exception cref="NativeException">ENOENT: it is not in it. ENXIO: there is no such interface. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, string group)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, group);
        kernel.Require(call);
    }
}
