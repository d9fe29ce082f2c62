using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Jails;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network;

/// <summary>Interfaces, routes, the packet filter, and the sockets that reach them.</summary>
internal interface INetwork
{
    /// <summary>socket(2) for every family but AF_UNIX.</summary>
    /// <exception cref="KernelError">EPROTONOSUPPORT, EAFNOSUPPORT, EPERM.</exception>
    SocketFile MakeSocket(CallContext call, int family, SocketKind type, int protocol, OpenFlags flags);

    /// <summary>A jail with a network of its own was made.</summary>
    void JailMade(Jail jail);

    /// <summary>A jail with a network of its own is gone, with its last socket.</summary>
    void JailGone(Jail jail);

    /// <summary>A sysctl below net.; null where there is none of that number.</summary>
    byte[]? ReadSysctl(CallContext call, ReadOnlySpan<int> name);

    /// <summary>An ioctl of /dev/pf.</summary>
    long PacketFilterIoctl(CallContext call, uint request);
}
