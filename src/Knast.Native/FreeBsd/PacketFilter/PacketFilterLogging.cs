using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What a rule writes to pflog(4) (netpfil/pf/pf.h, PF_LOG*); other bits differ between releases.</summary>
[Flags]
public enum PacketFilterLogging : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>PF_LOG: the packet that makes a state.</summary>
    [AbiConstant("PF_LOG")]
    First = 1,

    /// <summary>PF_LOG_ALL: every packet.</summary>
    [AbiConstant("PF_LOG_ALL")]
    All = 2,
}
