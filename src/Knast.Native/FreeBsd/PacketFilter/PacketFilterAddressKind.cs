using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What an address of a rule is (netpfil/pf/pf.h, PF_ADDR_*).</summary>
public enum PacketFilterAddressKind : byte
{
    /// <summary>PF_ADDR_ADDRMASK: a network; one without any bits is every address.</summary>
    [AbiConstant("PF_ADDR_ADDRMASK")]
    Network = 0,

    /// <summary>PF_ADDR_NOROUTE: whatever no route leads to.</summary>
    [AbiConstant("PF_ADDR_NOROUTE")]
    NoRoute = 1,

    /// <summary>PF_ADDR_DYNIFTL: the addresses that an interface has at the time.</summary>
    [AbiConstant("PF_ADDR_DYNIFTL")]
    Interface = 2,

    /// <summary>PF_ADDR_TABLE: what a table holds at the time.</summary>
    [AbiConstant("PF_ADDR_TABLE")]
    Table = 3,

    /// <summary>PF_ADDR_URPFFAILED: a source that does not fit the interface.</summary>
    [AbiConstant("PF_ADDR_URPFFAILED")]
    ReversePathFailed = 4,

    /// <summary>PF_ADDR_RANGE: from one address to another.</summary>
    [AbiConstant("PF_ADDR_RANGE")]
    Range = 5,
}
