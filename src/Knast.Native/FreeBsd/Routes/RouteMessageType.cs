using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>What a routing message says or asks (net/route.h, RTM_*).</summary>
public enum RouteMessageType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>RTM_ADD: add a route.</summary>
    [AbiConstant("RTM_ADD")]
    Add = 1,

    /// <summary>RTM_DELETE: delete a route.</summary>
    [AbiConstant("RTM_DELETE")]
    Delete = 2,

    /// <summary>RTM_CHANGE: change gateway or metrics of a route.</summary>
    [AbiConstant("RTM_CHANGE")]
    Change = 3,

    /// <summary>RTM_GET: tell a route.</summary>
    [AbiConstant("RTM_GET")]
    Get = 4,

    /// <summary>RTM_MISS: no route was found.</summary>
    [AbiConstant("RTM_MISS")]
    Miss = 7,

    /// <summary>RTM_NEWADDR: an address of an interface.</summary>
    [AbiConstant("RTM_NEWADDR")]
    NewAddress = 12,

    /// <summary>RTM_DELADDR: an address went.</summary>
    [AbiConstant("RTM_DELADDR")]
    DeletedAddress = 13,

    /// <summary>RTM_IFINFO: an interface.</summary>
    [AbiConstant("RTM_IFINFO")]
    Interface = 14,

    /// <summary>RTM_NEWMADDR: a multicast address of an interface.</summary>
    [AbiConstant("RTM_NEWMADDR")]
    NewMulticastAddress = 15,

    /// <summary>RTM_DELMADDR: a multicast address went.</summary>
    [AbiConstant("RTM_DELMADDR")]
    DeletedMulticastAddress = 16,

    /// <summary>RTM_IFANNOUNCE: an interface came or went.</summary>
    [AbiConstant("RTM_IFANNOUNCE")]
    InterfaceAnnouncement = 17,
}
