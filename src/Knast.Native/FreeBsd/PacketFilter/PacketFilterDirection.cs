using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Which way a packet goes (netpfil/pf/pf.h).</summary>
public enum PacketFilterDirection : byte
{
    /// <summary>PF_INOUT.</summary>
    [AbiConstant("PF_INOUT")]
    Both = 0,

    /// <summary>PF_IN.</summary>
    [AbiConstant("PF_IN")]
    In = 1,

    /// <summary>PF_OUT.</summary>
    [AbiConstant("PF_OUT")]
    Out = 2,
}
