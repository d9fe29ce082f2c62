using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>Kinds of interfaces that matter here (net/if_types.h, IFT_*); others keep their number.</summary>
public enum InterfaceType
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>IFT_OTHER.</summary>
    [AbiConstant("IFT_OTHER")]
    Other = 1,

    /// <summary>IFT_ETHER: Ethernet; epair and tap too.</summary>
    [AbiConstant("IFT_ETHER")]
    Ethernet = 6,

    /// <summary>IFT_LOOP.</summary>
    [AbiConstant("IFT_LOOP")]
    Loopback = 24,

    /// <summary>IFT_L2VLAN: vlan(4).</summary>
    [AbiConstant("IFT_L2VLAN")]
    Vlan = 135,

    /// <summary>IFT_BRIDGE.</summary>
    [AbiConstant("IFT_BRIDGE")]
    Bridge = 209,

    /// <summary>IFT_GIF.</summary>
    [AbiConstant("IFT_GIF")]
    Tunnel = 240,

    /// <summary>IFT_PFLOG.</summary>
    [AbiConstant("IFT_PFLOG")]
    PacketFilterLog = 246,

    /// <summary>IFT_WIREGUARD.</summary>
    [AbiConstant("IFT_WIREGUARD")]
    WireGuard = 248,
}
