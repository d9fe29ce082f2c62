using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>The rule lists of an anchor, each with transactions of its own, and its tables (netpfil/pf/pf.h, net/pfvar.h).</summary>
public enum PacketFilterRulesetType
{
    /// <summary>PF_RULESET_SCRUB.</summary>
    [AbiConstant("PF_RULESET_SCRUB")]
    Scrub = 0,

    /// <summary>PF_RULESET_FILTER: pass and block.</summary>
    [AbiConstant("PF_RULESET_FILTER")]
    Filter = 1,

    /// <summary>PF_RULESET_NAT.</summary>
    [AbiConstant("PF_RULESET_NAT")]
    Nat = 2,

    /// <summary>PF_RULESET_BINAT.</summary>
    [AbiConstant("PF_RULESET_BINAT")]
    Binat = 3,

    /// <summary>PF_RULESET_RDR.</summary>
    [AbiConstant("PF_RULESET_RDR")]
    Rdr = 4,

    /// <summary>PF_RULESET_TABLE: tables; only in transactions.</summary>
    [AbiConstant("PF_RULESET_TABLE")]
    Table = 6,
}
