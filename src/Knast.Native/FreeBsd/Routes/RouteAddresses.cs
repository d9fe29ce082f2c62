using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>Which socket addresses follow the header of a routing message, in this order (net/route.h, RTA_*).</summary>
[Flags]
internal enum RouteAddresses
{
    None = 0,

    [AbiConstant("RTA_DST")]
    Destination = 1,

    [AbiConstant("RTA_GATEWAY")]
    Gateway = 2,

    [AbiConstant("RTA_NETMASK")]
    Mask = 4,

    [AbiConstant("RTA_GENMASK")]
    CloningMask = 8,

    [AbiConstant("RTA_IFP")]
    Interface = 0x10,

    [AbiConstant("RTA_IFA")]
    InterfaceAddress = 0x20,

    [AbiConstant("RTA_AUTHOR")]
    Author = 0x40,

    [AbiConstant("RTA_BRD")]
    Broadcast = 0x80,
}
