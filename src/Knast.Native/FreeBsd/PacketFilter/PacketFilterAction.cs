using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What a rule does (netpfil/pf/pf.h).</summary>
public enum PacketFilterAction : byte
{
    /// <summary>PF_PASS: lets a packet pass; with an anchor call, evaluates the anchor.</summary>
    [AbiConstant("PF_PASS")]
    Pass = 0,

    /// <summary>PF_DROP: blocks it.</summary>
    [AbiConstant("PF_DROP")]
    Drop = 1,

    /// <summary>PF_SCRUB: puts it in order.</summary>
    [AbiConstant("PF_SCRUB")]
    Scrub = 2,

    /// <summary>PF_NOSCRUB: does not, although a later rule would.</summary>
    [AbiConstant("PF_NOSCRUB")]
    NoScrub = 3,

    /// <summary>PF_NAT: gives it another source.</summary>
    [AbiConstant("PF_NAT")]
    Nat = 4,

    /// <summary>PF_NONAT: does not, although a later rule would.</summary>
    [AbiConstant("PF_NONAT")]
    NoNat = 5,

    /// <summary>PF_BINAT: gives an address another, both ways.</summary>
    [AbiConstant("PF_BINAT")]
    Binat = 6,

    /// <summary>PF_NOBINAT: does not, although a later rule would.</summary>
    [AbiConstant("PF_NOBINAT")]
    NoBinat = 7,

    /// <summary>PF_RDR: gives it another destination.</summary>
    [AbiConstant("PF_RDR")]
    Rdr = 8,

    /// <summary>PF_NORDR: does not, although a later rule would.</summary>
    [AbiConstant("PF_NORDR")]
    NoRdr = 9,

    /// <summary>PF_MATCH: only notes it.</summary>
    [AbiConstant("PF_MATCH")]
    Match = 12,
}
