using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Which of the addresses of an interface (netpfil/pf/pf.h, PFI_AFLAG_*).</summary>
[Flags]
public enum PacketFilterInterfaceFlags : byte
{
    /// <summary>Its own.</summary>
    None = 0,

    /// <summary>PFI_AFLAG_NETWORK: its networks.</summary>
    [AbiConstant("PFI_AFLAG_NETWORK")]
    Network = 1,

    /// <summary>PFI_AFLAG_BROADCAST: its broadcast addresses.</summary>
    [AbiConstant("PFI_AFLAG_BROADCAST")]
    Broadcast = 2,

    /// <summary>PFI_AFLAG_PEER: the other ends.</summary>
    [AbiConstant("PFI_AFLAG_PEER")]
    Peer = 4,

    /// <summary>PFI_AFLAG_NOALIAS: only the first of each family.</summary>
    [AbiConstant("PFI_AFLAG_NOALIAS")]
    NoAlias = 8,
}
