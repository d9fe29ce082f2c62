using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>The internet's address families (sys/socket.h).</summary>
public enum InternetFamily
{
    /// <summary>AF_UNSPEC: either, or none.</summary>
    [AbiConstant("AF_UNSPEC")]
    Unspecified = 0,

    /// <summary>AF_INET.</summary>
    [AbiConstant("AF_INET")]
    IPv4 = 2,

    /// <summary>AF_INET6.</summary>
    [AbiConstant("AF_INET6")]
    IPv6 = 28,
}
