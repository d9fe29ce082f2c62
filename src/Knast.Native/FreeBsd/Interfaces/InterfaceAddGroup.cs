using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCAIFGROUP: puts an interface into a group, which packet filter rules can name.</summary>
public static class InterfaceAddGroup
{
    [AbiConstant("SIOCAIFGROUP")]
    private const long Request = 0x80286987;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="group">The group.</param>
    /// <exception cref="ArgumentException">A name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, string group)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        return InterfaceGroupRequest.Compose(target, "SIOCAIFGROUP", Request, BlockDirection.In, socket, name, group);
    }

    /// <summary>Puts an interface into a group.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="group">The group.</param>
    /// <exception cref="NativeException">EINVAL: the group ends in a digit. EEXIST: it is in it. ENXIO: there is no such interface. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, string group)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, group);
        kernel.Require(call);
    }
}
