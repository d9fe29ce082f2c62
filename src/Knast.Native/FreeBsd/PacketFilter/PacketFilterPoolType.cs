using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>How an address is chosen of several (netpfil/pf/pf.h, PF_POOL_*).</summary>
public enum PacketFilterPoolType : byte
{
    /// <summary>PF_POOL_NONE: there is one.</summary>
    [AbiConstant("PF_POOL_NONE")]
    None = 0,

    /// <summary>PF_POOL_BITMASK: the host part stays.</summary>
    [AbiConstant("PF_POOL_BITMASK")]
    Bitmask = 1,

    /// <summary>PF_POOL_RANDOM.</summary>
    [AbiConstant("PF_POOL_RANDOM")]
    Random = 2,

    /// <summary>PF_POOL_SRCHASH: by a hash of the source.</summary>
    [AbiConstant("PF_POOL_SRCHASH")]
    SourceHash = 3,

    /// <summary>PF_POOL_ROUNDROBIN: in turn; the only one for tables, several addresses, and interfaces.</summary>
    [AbiConstant("PF_POOL_ROUNDROBIN")]
    RoundRobin = 4,
}
