using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>How ports are compared (netpfil/pf/pf.h, PF_OP_*).</summary>
public enum PacketFilterPortOperator : byte
{
    /// <summary>PF_OP_NONE: not at all.</summary>
    [AbiConstant("PF_OP_NONE")]
    Any = 0,

    /// <summary>PF_OP_IRG: between both, exclusive.</summary>
    [AbiConstant("PF_OP_IRG")]
    Inside = 1,

    /// <summary>PF_OP_EQ.</summary>
    [AbiConstant("PF_OP_EQ")]
    Equal = 2,

    /// <summary>PF_OP_NE.</summary>
    [AbiConstant("PF_OP_NE")]
    NotEqual = 3,

    /// <summary>PF_OP_LT.</summary>
    [AbiConstant("PF_OP_LT")]
    Less = 4,

    /// <summary>PF_OP_LE.</summary>
    [AbiConstant("PF_OP_LE")]
    LessOrEqual = 5,

    /// <summary>PF_OP_GT.</summary>
    [AbiConstant("PF_OP_GT")]
    Greater = 6,

    /// <summary>PF_OP_GE.</summary>
    [AbiConstant("PF_OP_GE")]
    GreaterOrEqual = 7,

    /// <summary>PF_OP_XRG: below the first or above the second.</summary>
    [AbiConstant("PF_OP_XRG")]
    Outside = 8,

    /// <summary>PF_OP_RRG: from the first to the second, inclusive.</summary>
    [AbiConstant("PF_OP_RRG")]
    Range = 9,
}
