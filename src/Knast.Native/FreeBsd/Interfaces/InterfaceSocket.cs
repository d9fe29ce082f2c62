using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>
/// socket(2): what ioctls of interfaces are made on, close-on-exec. It belongs for ever to the network stack (vnet) that it was opened in,
/// so one that a process inside a jail opened and passed on configures that jail's interfaces from outside.
/// </summary>
public static class InterfaceSocket
{
    [AbiConstant("SOCK_DGRAM")]
    private const int Datagram = 2;

    [AbiConstant("SOCK_CLOEXEC")]
    private const int CloseOnExec = 0x10000000;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="family">IPv6 for <see cref="InterfaceAddAddress6"/> and <see cref="InterfaceDeleteAddress6"/>, else IPv4.</param>
    public static SystemCall Compose(KernelTarget target, InternetFamily family) =>
        FreeBsdSystemCall.Socket(target).Argument((long)family).Argument(Datagram | CloseOnExec).Argument(0);

    /// <summary>Opens a socket in the network stack of this process.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="family">IPv6 for <see cref="InterfaceAddAddress6"/> and <see cref="InterfaceDeleteAddress6"/>, else IPv4.</param>
    /// <exception cref="NativeException">EAFNOSUPPORT or EPROTONOSUPPORT where the kernel, or this jail, lacks the family.</exception>
    public static KernelDescriptor Invoke(IKernel kernel, InternetFamily family)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, family);
        call.Subject = family.ToString();
        return kernel.RequireDescriptor(call);
    }
}
