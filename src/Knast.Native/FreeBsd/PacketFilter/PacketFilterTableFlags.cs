using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What a table is (net/pfvar.h, PFR_TFLAG_*).</summary>
[Flags]
public enum PacketFilterTableFlags
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>PFR_TFLAG_PERSIST: stays without a rule that names it.</summary>
    [AbiConstant("PFR_TFLAG_PERSIST")]
    Persistent = 1,

    /// <summary>PFR_TFLAG_CONST: cannot be changed.</summary>
    [AbiConstant("PFR_TFLAG_CONST")]
    Constant = 2,

    /// <summary>PFR_TFLAG_ACTIVE; the kernel's.</summary>
    [AbiConstant("PFR_TFLAG_ACTIVE")]
    Active = 4,

    /// <summary>PFR_TFLAG_INACTIVE: defined in an open transaction; the kernel's.</summary>
    [AbiConstant("PFR_TFLAG_INACTIVE")]
    Inactive = 8,

    /// <summary>PFR_TFLAG_REFERENCED: a rule names it; the kernel's.</summary>
    [AbiConstant("PFR_TFLAG_REFERENCED")]
    Referenced = 16,

    /// <summary>PFR_TFLAG_REFDANCHOR; the kernel's.</summary>
    [AbiConstant("PFR_TFLAG_REFDANCHOR")]
    ReferencedInAnchor = 32,

    /// <summary>PFR_TFLAG_COUNTERS: counts packets of each address.</summary>
    [AbiConstant("PFR_TFLAG_COUNTERS")]
    Counters = 64,
}
