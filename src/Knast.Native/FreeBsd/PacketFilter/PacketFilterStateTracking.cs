using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What a rule remembers of the packets that it let pass (netpfil/pf/pf.h).</summary>
public enum PacketFilterStateTracking : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>PF_STATE_NORMAL: connections.</summary>
    [AbiConstant("PF_STATE_NORMAL")]
    Normal = 1,

    /// <summary>PF_STATE_MODULATE: with better sequence numbers.</summary>
    [AbiConstant("PF_STATE_MODULATE")]
    Modulate = 2,

    /// <summary>PF_STATE_SYNPROXY: takes part in the handshake.</summary>
    [AbiConstant("PF_STATE_SYNPROXY")]
    SynProxy = 3,
}
