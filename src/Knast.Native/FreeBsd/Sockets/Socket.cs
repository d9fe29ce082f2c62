using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>socket(2). A socket belongs to the vnet of the jail in which it was opened, wherever its descriptor goes.</summary>
public static class Socket
{
    /// <summary>Makes the call. <see cref="SocketKind.CloseOnExec"/> is always added.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="family">The family.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="protocol">The protocol; 0 for the usual one.</param>
    public static SystemCall Compose(KernelTarget target, SocketFamily family, SocketKind kind, int protocol = 0) =>
        FreeBsdSystemCall.Socket(target).Argument((long)family).Argument((long)(kind | SocketKind.CloseOnExec)).Argument(protocol);

    /// <summary>Opens a socket.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="family">The family.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="protocol">The protocol; 0 for the usual one.</param>
    /// <exception cref="NativeException">
    /// EPROTONOSUPPORT: in a jail, no family but those it has; EPERM (raw), EMFILE, ENFILE, ENOBUFS.
    /// </exception>
    public static KernelDescriptor Invoke(IKernel kernel, SocketFamily family, SocketKind kind, int protocol = 0)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, family, kind, protocol);
        return kernel.RequireDescriptor(call);
    }
}
