using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>How a bridge treats a member (net/if_bridgevar.h, IFBIF_*).</summary>
[Flags]
public enum BridgeMemberFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>IFBIF_LEARNING: learns which addresses are behind it.</summary>
    [AbiConstant("IFBIF_LEARNING")]
    Learning = 1,

    /// <summary>IFBIF_DISCOVER: gets frames for addresses that are not known.</summary>
    [AbiConstant("IFBIF_DISCOVER")]
    Discover = 2,

    /// <summary>IFBIF_STP: takes part in the spanning tree.</summary>
    [AbiConstant("IFBIF_STP")]
    SpanningTree = 4,

    /// <summary>IFBIF_SPAN: gets a copy of every frame, and is no member otherwise.</summary>
    [AbiConstant("IFBIF_SPAN")]
    Span = 8,

    /// <summary>IFBIF_STICKY: learnt addresses stay with it.</summary>
    [AbiConstant("IFBIF_STICKY")]
    Sticky = 0x10,

    /// <summary>IFBIF_PRIVATE: gets nothing from other private members.</summary>
    [AbiConstant("IFBIF_PRIVATE")]
    Private = 0x800,
}
