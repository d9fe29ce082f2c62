using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>Flags of an IPv6 address (netinet6/in6_var.h, IN6_IFF_*).</summary>
[Flags]
public enum Address6Flags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>IN6_IFF_ANYCAST.</summary>
    [AbiConstant("IN6_IFF_ANYCAST")]
    Anycast = 1,

    /// <summary>IN6_IFF_TENTATIVE: duplicates are being looked for; the kernel's.</summary>
    [AbiConstant("IN6_IFF_TENTATIVE")]
    Tentative = 2,

    /// <summary>IN6_IFF_DUPLICATED: somebody else has it; the kernel's.</summary>
    [AbiConstant("IN6_IFF_DUPLICATED")]
    Duplicated = 4,

    /// <summary>IN6_IFF_DETACHED.</summary>
    [AbiConstant("IN6_IFF_DETACHED")]
    Detached = 8,

    /// <summary>IN6_IFF_DEPRECATED: not for new connections.</summary>
    [AbiConstant("IN6_IFF_DEPRECATED")]
    Deprecated = 0x10,

    /// <summary>IN6_IFF_NODAD: usable at once, no duplicates are looked for.</summary>
    [AbiConstant("IN6_IFF_NODAD")]
    NoDuplicateDetection = 0x20,

    /// <summary>IN6_IFF_AUTOCONF.</summary>
    [AbiConstant("IN6_IFF_AUTOCONF")]
    AutoConfigured = 0x40,

    /// <summary>IN6_IFF_TEMPORARY.</summary>
    [AbiConstant("IN6_IFF_TEMPORARY")]
    Temporary = 0x80,

    /// <summary>IN6_IFF_PREFER_SOURCE.</summary>
    [AbiConstant("IN6_IFF_PREFER_SOURCE")]
    PreferredSource = 0x100,
}
