using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>Flags of an interface (net/if.h, IFF_*).</summary>
[Flags]
public enum InterfaceFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>IFF_UP: administratively up.</summary>
    [AbiConstant("IFF_UP")]
    Up = 1,

    /// <summary>IFF_BROADCAST. Cannot be changed.</summary>
    [AbiConstant("IFF_BROADCAST")]
    Broadcast = 2,

    /// <summary>IFF_DEBUG.</summary>
    [AbiConstant("IFF_DEBUG")]
    Debug = 4,

    /// <summary>IFF_LOOPBACK. The kernel lets it be cleared: who sets flags of <c>lo0</c> must keep it.</summary>
    [AbiConstant("IFF_LOOPBACK")]
    Loopback = 8,

    /// <summary>IFF_POINTOPOINT. Cannot be changed.</summary>
    [AbiConstant("IFF_POINTOPOINT")]
    PointToPoint = 0x10,

    /// <summary>IFF_DRV_RUNNING: the driver has what it needs. Cannot be changed.</summary>
    [AbiConstant("IFF_DRV_RUNNING")]
    Running = 0x40,

    /// <summary>IFF_NOARP: does not resolve addresses.</summary>
    [AbiConstant("IFF_NOARP")]
    NoAddressResolution = 0x80,

    /// <summary>IFF_PROMISC. Cannot be changed; see <see cref="PermanentPromiscuous"/>.</summary>
    [AbiConstant("IFF_PROMISC")]
    Promiscuous = 0x100,

    /// <summary>IFF_ALLMULTI. Cannot be changed.</summary>
    [AbiConstant("IFF_ALLMULTI")]
    AllMulticast = 0x200,

    /// <summary>IFF_DRV_OACTIVE: the transmit queue is full. Cannot be changed.</summary>
    [AbiConstant("IFF_DRV_OACTIVE")]
    OutputActive = 0x400,

    /// <summary>IFF_SIMPLEX: does not hear what it sends. Cannot be changed.</summary>
    [AbiConstant("IFF_SIMPLEX")]
    Simplex = 0x800,

    /// <summary>IFF_LINK0: the driver's own.</summary>
    [AbiConstant("IFF_LINK0")]
    Link0 = 0x1000,

    /// <summary>IFF_LINK1: the driver's own.</summary>
    [AbiConstant("IFF_LINK1")]
    Link1 = 0x2000,

    /// <summary>IFF_LINK2: the driver's own.</summary>
    [AbiConstant("IFF_LINK2")]
    Link2 = 0x4000,

    /// <summary>IFF_MULTICAST. Cannot be changed.</summary>
    [AbiConstant("IFF_MULTICAST")]
    Multicast = 0x8000,

    /// <summary>IFF_CANTCONFIG. Cannot be changed.</summary>
    [AbiConstant("IFF_CANTCONFIG")]
    CannotConfigure = 0x10000,

    /// <summary>IFF_PPROMISC: promiscuous because a user wants it.</summary>
    [AbiConstant("IFF_PPROMISC")]
    PermanentPromiscuous = 0x20000,

    /// <summary>IFF_MONITOR: takes no part in traffic.</summary>
    [AbiConstant("IFF_MONITOR")]
    Monitor = 0x40000,

    /// <summary>IFF_STATICARP: answers, but asks for no address.</summary>
    [AbiConstant("IFF_STATICARP")]
    StaticAddressResolution = 0x80000,

    /// <summary>IFF_DYING: going away. Cannot be changed.</summary>
    [AbiConstant("IFF_DYING")]
    Dying = 0x200000,

    /// <summary>IFF_RENAMING. Cannot be changed.</summary>
    [AbiConstant("IFF_RENAMING")]
    Renaming = 0x400000,
}
