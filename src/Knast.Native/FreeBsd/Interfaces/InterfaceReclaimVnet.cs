using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSIFRVNET: takes an interface out of a jail's network stack, back into this process's.</summary>
public static class InterfaceReclaimVnet
{
    [AbiConstant("SIOCSIFRVNET")]
    private const long Request = 0xC020695B;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in this process's network stack.</param>
    /// <param name="name">The interface, as it is called in the jail.</param>
    /// <param name="jail">The number of the jail.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, Operand jail)
    {
        SystemCall call = InterfaceRequest.Compose(
            target, "SIOCSIFRVNET", Request, BlockDirection.InOut, socket, name, jail.IsRegister ? "" : $"jail {jail.Value}");
        call.Write(InterfaceRequest.Block, IfreqLayout.Jail, 4, jail);
        return call;
    }

    /// <summary>Takes an interface back.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in this process's network stack.</param>
    /// <param name="name">The interface, as it is called in the jail.</param>
    /// <param name="jail">The number of the jail.</param>
    /// <exception cref="NativeException">
    /// ENXIO: there is no such jail below this one, or no such interface in it. EEXIST: the jail shares this network stack. EBUSY: it is going away. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, int jail)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, jail);
        kernel.Require(call);
    }
}
