using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>More of what a rule does (netpfil/pf/pf.h, PFRULE_*); bits without a name here are kept as they are.</summary>
[Flags]
public enum PacketFilterRuleFlags : uint
{
    /// <summary>PFRULE_DROP: one that blocks does not answer.</summary>
    [AbiConstant("PFRULE_DROP")]
    None = 0,

    /// <summary>PFRULE_RETURNRST: answers TCP with a reset.</summary>
    [AbiConstant("PFRULE_RETURNRST")]
    ReturnReset = 1,

    /// <summary>PFRULE_FRAGMENT: only fragments.</summary>
    [AbiConstant("PFRULE_FRAGMENT")]
    Fragment = 2,

    /// <summary>PFRULE_RETURNICMP: answers with ICMP.</summary>
    [AbiConstant("PFRULE_RETURNICMP")]
    ReturnIcmp = 4,

    /// <summary>PFRULE_RETURN: answers TCP with a reset and others with ICMP.</summary>
    [AbiConstant("PFRULE_RETURN")]
    Return = 8,

    /// <summary>PFRULE_NOSYNC.</summary>
    [AbiConstant("PFRULE_NOSYNC")]
    NoSynchronization = 16,

    /// <summary>PFRULE_SRCTRACK.</summary>
    [AbiConstant("PFRULE_SRCTRACK")]
    SourceTracking = 32,

    /// <summary>PFRULE_RULESRCTRACK.</summary>
    [AbiConstant("PFRULE_RULESRCTRACK")]
    RuleSourceTracking = 64,

    /// <summary>PFRULE_NODF.</summary>
    [AbiConstant("PFRULE_NODF")]
    NoDontFragment = 256,

    /// <summary>PFRULE_RANDOMID.</summary>
    [AbiConstant("PFRULE_RANDOMID")]
    RandomId = 2048,

    /// <summary>PFRULE_REASSEMBLE_TCP.</summary>
    [AbiConstant("PFRULE_REASSEMBLE_TCP")]
    ReassembleTcp = 4096,

    /// <summary>PFRULE_SET_TOS.</summary>
    [AbiConstant("PFRULE_SET_TOS")]
    SetTypeOfService = 8192,

    /// <summary>PFRULE_IFBOUND: states are good for one interface.</summary>
    [AbiConstant("PFRULE_IFBOUND")]
    InterfaceBound = 65536,

    /// <summary>PFRULE_STATESLOPPY.</summary>
    [AbiConstant("PFRULE_STATESLOPPY")]
    SloppyStates = 131072,
}
