using Knast.Native.Kernel;

namespace Knast.Native.Linux.Interfaces;

/// <summary>socket(2), close-on-exec.</summary>
public static class Socket
{
    /// <summary>AF_INET.</summary>
    public const int InternetFamily = 2;

    /// <summary>SOCK_DGRAM.</summary>
    public const int Datagram = 2;

    private const int CloseOnExec = 0x80000;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="family">The address family.</param>
    /// <param name="type">The socket type.</param>
    /// <param name="protocol">The protocol.</param>
    public static SystemCall Compose(KernelTarget target, int family, int type, int protocol) =>
        LinuxSystemCall.Socket(target).Argument(family).Argument(type | CloseOnExec).Argument(protocol);
}
