using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Network.Routing;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network.Sockets;

/// <summary>Makes sockets of the families that a network has.</summary>
internal static class NetworkSockets
{
    private const int LastFamily = 44;
    private const int Tcp = 6;
    private const int Udp = 17;

    /// <summary>Makes one.</summary>
    /// <exception cref="KernelError">EAFNOSUPPORT: no such family; EPROTONOSUPPORT, EPROTOTYPE; EPERM: a raw socket of somebody who may have none.</exception>
    public static SocketFile Make(CallContext call, Vnet vnet, int family, SocketKind type, int protocol, OpenFlags flags)
    {
        switch (family)
        {
            case RoutingSocket.RoutingFamily:
                KernelError.Unless(type == SocketKind.Raw, ErrorCode.EPROTOTYPE);
                return new RoutingSocket(vnet, call.Process.Jail, protocol, flags);
            case (int)InternetFamily.IPv4 or (int)InternetFamily.IPv6:
                return MakeInternet(call, vnet, family, type, protocol, flags);
            default:
                throw new KernelError(family is > 0 and < LastFamily ? ErrorCode.EPROTONOSUPPORT : ErrorCode.EAFNOSUPPORT);
        }
    }

    private static InternetSocket MakeInternet(CallContext call, Vnet vnet, int family, SocketKind type, int protocol, OpenFlags flags)
    {
        KernelError.Unless(type is SocketKind.Stream or SocketKind.Datagram or SocketKind.Raw, ErrorCode.EPROTOTYPE);
        bool isOfType = protocol == 0 || type == SocketKind.Raw || protocol == (type == SocketKind.Stream ? Tcp : Udp);
        KernelError.Unless(isOfType, ErrorCode.EPROTONOSUPPORT);
        bool mayBeRaw = call.Process.Credentials.IsSuperuser
            && (vnet.Machine.IsOwner(call.Process.Jail) || call.Process.Jail.Allows("raw_sockets"));
        KernelError.Unless(type != SocketKind.Raw || mayBeRaw, ErrorCode.EPERM);
        return new InternetSocket(vnet, call.Process.Jail, family, type, flags);
    }
}
