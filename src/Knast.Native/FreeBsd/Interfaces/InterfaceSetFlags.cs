using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSIFFLAGS: sets all flags of an interface that can be changed, so those that are to stay must be given too.</summary>
public static class InterfaceSetFlags
{
    [AbiConstant("SIOCSIFFLAGS")]
    private const long Request = 0x80206910;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="flags">All flags; the kernel ignores those that cannot be changed.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, InterfaceFlags flags)
    {
        SystemCall call = InterfaceRequest.Compose(target, "SIOCSIFFLAGS", Request, BlockDirection.In, socket, name, $"0x{(int)flags:x}");
        call.Write(InterfaceRequest.Block, IfreqLayout.Flags, 4, (long)flags);
        return call;
    }

    /// <summary>Sets the flags.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="flags">All flags.</param>
    /// <exception cref="NativeException">ENXIO: there is none. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, InterfaceFlags flags)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, flags);
        kernel.Require(call);
    }

    /// <summary>Changes some flags and keeps the others.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="set">Flags to set.</param>
    /// <param name="clear">Flags to clear.</param>
    /// <exception cref="NativeException">ENXIO: there is none. EPERM.</exception>
    public static void Change(IKernel kernel, Operand socket, string name, InterfaceFlags set, InterfaceFlags clear = InterfaceFlags.None)
    {
        InterfaceFlags present = InterfaceGetFlags.Invoke(kernel, socket, name);
        InterfaceFlags wanted = (present & ~clear) | set;
        if (wanted != present)
        {
            Invoke(kernel, socket, name, wanted);
        }
    }
}
