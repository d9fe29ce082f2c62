using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>Families of sockets (socket(2), sys/socket.h).</summary>
public enum SocketFamily
{
    /// <summary>AF_UNIX.</summary>
    [AbiConstant("AF_UNIX")]
    Unix = 1,

    /// <summary>AF_INET.</summary>
    [AbiConstant("AF_INET")]
    Internet4 = 2,

    /// <summary>AF_ROUTE.</summary>
    [AbiConstant("AF_ROUTE")]
    Route = 17,

    /// <summary>AF_INET6.</summary>
    [AbiConstant("AF_INET6")]
    Internet6 = 28,
}
