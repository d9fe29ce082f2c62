using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>What an interface's hardware or driver can take off the kernel (net/if.h, IFCAP_*).</summary>
[Flags]
public enum InterfaceCapabilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>IFCAP_RXCSUM: checksums of received packets.</summary>
    [AbiConstant("IFCAP_RXCSUM")]
    ReceiveChecksum = 1,

    /// <summary>IFCAP_TXCSUM: checksums of sent packets.</summary>
    [AbiConstant("IFCAP_TXCSUM")]
    SendChecksum = 2,

    /// <summary>IFCAP_NETCONS.</summary>
    [AbiConstant("IFCAP_NETCONS")]
    NetworkConsole = 4,

    /// <summary>IFCAP_VLAN_MTU: frames longer by a tag.</summary>
    [AbiConstant("IFCAP_VLAN_MTU")]
    VlanMtu = 8,

    /// <summary>IFCAP_VLAN_HWTAGGING.</summary>
    [AbiConstant("IFCAP_VLAN_HWTAGGING")]
    VlanTagging = 0x10,

    /// <summary>IFCAP_JUMBO_MTU.</summary>
    [AbiConstant("IFCAP_JUMBO_MTU")]
    JumboMtu = 0x20,

    /// <summary>IFCAP_POLLING.</summary>
    [AbiConstant("IFCAP_POLLING")]
    Polling = 0x40,

    /// <summary>IFCAP_VLAN_HWCSUM.</summary>
    [AbiConstant("IFCAP_VLAN_HWCSUM")]
    VlanChecksum = 0x80,

    /// <summary>IFCAP_TSO4: segmentation of TCP over IPv4. Off on members of a bridge with others that lack it.</summary>
    [AbiConstant("IFCAP_TSO4")]
    SegmentationIPv4 = 0x100,

    /// <summary>IFCAP_TSO6: segmentation of TCP over IPv6.</summary>
    [AbiConstant("IFCAP_TSO6")]
    SegmentationIPv6 = 0x200,

    /// <summary>IFCAP_LRO: reassembly of received TCP. Must be off where packets are forwarded.</summary>
    [AbiConstant("IFCAP_LRO")]
    LargeReceive = 0x400,

    /// <summary>IFCAP_VLAN_HWFILTER.</summary>
    [AbiConstant("IFCAP_VLAN_HWFILTER")]
    VlanFilter = 0x10000,

    /// <summary>IFCAP_VLAN_HWTSO.</summary>
    [AbiConstant("IFCAP_VLAN_HWTSO")]
    VlanSegmentation = 0x40000,

    /// <summary>IFCAP_LINKSTATE: reports when the link changes.</summary>
    [AbiConstant("IFCAP_LINKSTATE")]
    LinkState = 0x80000,

    /// <summary>IFCAP_NETMAP. Cannot be changed.</summary>
    [AbiConstant("IFCAP_NETMAP")]
    Netmap = 0x100000,

    /// <summary>IFCAP_RXCSUM_IPV6.</summary>
    [AbiConstant("IFCAP_RXCSUM_IPV6")]
    ReceiveChecksumIPv6 = 0x200000,

    /// <summary>IFCAP_TXCSUM_IPV6.</summary>
    [AbiConstant("IFCAP_TXCSUM_IPV6")]
    SendChecksumIPv6 = 0x400000,

    /// <summary>IFCAP_HWSTATS.</summary>
    [AbiConstant("IFCAP_HWSTATS")]
    Statistics = 0x800000,
}
