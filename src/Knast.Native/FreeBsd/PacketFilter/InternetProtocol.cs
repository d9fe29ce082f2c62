using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Protocols over IP (netinet/in.h, IPPROTO_*); others keep their number.</summary>
public enum InternetProtocol : byte
{
    /// <summary>IPPROTO_IP: in a rule, every protocol.</summary>
    [AbiConstant("IPPROTO_IP")]
    Any = 0,

    /// <summary>IPPROTO_ICMP.</summary>
    [AbiConstant("IPPROTO_ICMP")]
    Icmp = 1,

    /// <summary>IPPROTO_TCP.</summary>
    [AbiConstant("IPPROTO_TCP")]
    Tcp = 6,

    /// <summary>IPPROTO_UDP.</summary>
    [AbiConstant("IPPROTO_UDP")]
    Udp = 17,

    /// <summary>IPPROTO_ICMPV6.</summary>
    [AbiConstant("IPPROTO_ICMPV6")]
    Icmp6 = 58,

    /// <summary>IPPROTO_SCTP.</summary>
    [AbiConstant("IPPROTO_SCTP")]
    Sctp = 132,
}
