using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>
/// ioctl(2) SIOCSIFVNET: moves an interface of this process's network stack into a jail's. It loses its addresses, routes, groups and bridge, and
/// keeps its name and its link-layer address.
/// </summary>
public static class InterfaceSetVnet
{
    [AbiConstant("SIOCSIFVNET")]
    private const long Request = 0xC020695A;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in this process's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="jail">The number of the jail.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, Operand jail)
    {
        SystemCall call = InterfaceRequest.Compose(
            target, "SIOCSIFVNET", Request, BlockDirection.InOut, socket, name, jail.IsRegister ? "" : $"jail {jail.Value}");
        call.Write(InterfaceRequest.Block, IfreqLayout.Jail, 4, jail);
        return call;
    }

    /// <summary>Moves an interface into a jail.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in this process's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="jail">The number of the jail.</param>
    /// <exception cref="NativeException">
    /// ENXIO: there is no such interface, or no such jail below this one. EEXIST: the jail has one of that name, or shares this network stack. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, int jail)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, jail);
        kernel.Require(call);
    }
}
