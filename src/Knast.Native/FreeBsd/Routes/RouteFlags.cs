using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>Flags of a route (net/route.h, RTF_*).</summary>
[Flags]
public enum RouteFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>RTF_UP: usable.</summary>
    [AbiConstant("RTF_UP")]
    Up = 1,

    /// <summary>RTF_GATEWAY: the next hop is a router.</summary>
    [AbiConstant("RTF_GATEWAY")]
    Gateway = 2,

    /// <summary>RTF_HOST: to one address.</summary>
    [AbiConstant("RTF_HOST")]
    Host = 4,

    /// <summary>RTF_REJECT: packets are refused with an answer.</summary>
    [AbiConstant("RTF_REJECT")]
    Reject = 8,

    /// <summary>RTF_DYNAMIC: made by a redirect.</summary>
    [AbiConstant("RTF_DYNAMIC")]
    Dynamic = 0x10,

    /// <summary>RTF_MODIFIED: changed by a redirect.</summary>
    [AbiConstant("RTF_MODIFIED")]
    Modified = 0x20,

    /// <summary>RTF_DONE: the message was carried out.</summary>
    [AbiConstant("RTF_DONE")]
    Done = 0x40,

    /// <summary>RTF_XRESOLVE.</summary>
    [AbiConstant("RTF_XRESOLVE")]
    ExternalResolution = 0x200,

    /// <summary>RTF_LLDATA: an entry of the address resolution, no route.</summary>
    [AbiConstant("RTF_LLDATA")]
    LinkData = 0x400,

    /// <summary>RTF_STATIC: added by hand.</summary>
    [AbiConstant("RTF_STATIC")]
    Static = 0x800,

    /// <summary>RTF_BLACKHOLE: packets vanish.</summary>
    [AbiConstant("RTF_BLACKHOLE")]
    Blackhole = 0x1000,

    /// <summary>RTF_PROTO2: the routing protocol's own.</summary>
    [AbiConstant("RTF_PROTO2")]
    Protocol2 = 0x4000,

    /// <summary>RTF_PROTO1: the routing protocol's own.</summary>
    [AbiConstant("RTF_PROTO1")]
    Protocol1 = 0x8000,

    /// <summary>RTF_PROTO3: the routing protocol's own.</summary>
    [AbiConstant("RTF_PROTO3")]
    Protocol3 = 0x40000,

    /// <summary>RTF_FIXEDMTU: its MTU does not follow the interface's.</summary>
    [AbiConstant("RTF_FIXEDMTU")]
    FixedMtu = 0x80000,

    /// <summary>RTF_PINNED: belongs to an interface's address. One that deletes it must name the flag.</summary>
    [AbiConstant("RTF_PINNED")]
    Pinned = 0x100000,

    /// <summary>RTF_LOCAL: to an address of this machine.</summary>
    [AbiConstant("RTF_LOCAL")]
    Local = 0x200000,

    /// <summary>RTF_BROADCAST.</summary>
    [AbiConstant("RTF_BROADCAST")]
    Broadcast = 0x400000,

    /// <summary>RTF_MULTICAST.</summary>
    [AbiConstant("RTF_MULTICAST")]
    Multicast = 0x800000,

    /// <summary>RTF_STICKY.</summary>
    [AbiConstant("RTF_STICKY")]
    Sticky = 0x10000000,
}
