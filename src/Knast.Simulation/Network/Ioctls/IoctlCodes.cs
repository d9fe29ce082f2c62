using Knast.Native.FreeBsd.Abi;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>Requests about interfaces (sys/sockio.h, netinet6/in6_var.h). The direction and length of the argument are part of each.</summary>
internal static class IoctlCodes
{
    [AbiConstant("SIOCADDMULTI")]
    public const uint AddMulticast = 0x80206931;

    [AbiConstant("SIOCDELMULTI")]
    public const uint DeleteMulticast = 0x80206932;

    [AbiConstant("SIOCSIFFLAGS")]
    public const uint SetFlags = 0x80206910;

    [AbiConstant("SIOCGIFFLAGS")]
    public const uint GetFlags = 0xC0206911;

    [AbiConstant("SIOCSIFADDR")]
    public const uint SetAddress = 0x8020690C;

    [AbiConstant("SIOCGIFADDR")]
    public const uint GetAddress = 0xC0206921;

    [AbiConstant("SIOCGIFDSTADDR")]
    public const uint GetDestination = 0xC0206922;

    [AbiConstant("SIOCGIFBRDADDR")]
    public const uint GetBroadcast = 0xC0206923;

    [AbiConstant("SIOCGIFCONF")]
    public const uint GetConfiguration = 0xC0106924;

    [AbiConstant("SIOCGIFNETMASK")]
    public const uint GetMask = 0xC0206925;

    [AbiConstant("SIOCGIFMETRIC")]
    public const uint GetMetric = 0xC0206917;

    [AbiConstant("SIOCSIFMETRIC")]
    public const uint SetMetric = 0x80206918;

    [AbiConstant("SIOCDIFADDR")]
    public const uint DeleteAddress = 0x80206919;

    [AbiConstant("SIOCAIFADDR")]
    public const uint AddAddress = 0x8044692B;

    [AbiConstant("SIOCAIFADDR_IN6")]
    public const uint AddAddress6 = 0x8088691B;

    [AbiConstant("SIOCDIFADDR_IN6")]
    public const uint DeleteAddress6 = 0x81206919;

    [AbiConstant("SIOCGIFAFLAG_IN6")]
    public const uint GetAddressFlags6 = 0xC1206949;

    [AbiConstant("SIOCSIFCAP")]
    public const uint SetCapabilities = 0x8020691E;

    [AbiConstant("SIOCGIFCAP")]
    public const uint GetCapabilities = 0xC020691F;

    [AbiConstant("SIOCGIFINDEX")]
    public const uint GetIndex = 0xC0206920;

    [AbiConstant("SIOCSIFNAME")]
    public const uint SetName = 0x80206928;

    [AbiConstant("SIOCSIFDESCR")]
    public const uint SetDescription = 0x80206929;

    [AbiConstant("SIOCGIFDESCR")]
    public const uint GetDescription = 0xC020692A;

    [AbiConstant("SIOCGIFMTU")]
    public const uint GetMtu = 0xC0206933;

    [AbiConstant("SIOCSIFMTU")]
    public const uint SetMtu = 0x80206934;

    [AbiConstant("SIOCSETVLAN")]
    public const uint SetVlan = 0x80206939;

    [AbiConstant("SIOCGETVLAN")]
    public const uint GetVlan = 0xC020693A;

    [AbiConstant("SIOCSIFLLADDR")]
    public const uint SetLinkAddress = 0x8020693C;

    [AbiConstant("SIOCSIFVNET")]
    public const uint SetVnet = 0xC020695A;

    [AbiConstant("SIOCSIFRVNET")]
    public const uint ReclaimVnet = 0xC020695B;

    [AbiConstant("SIOCGIFFIB")]
    public const uint GetRoutingTable = 0xC020695C;

    [AbiConstant("SIOCSIFFIB")]
    public const uint SetRoutingTable = 0x8020695D;

    [AbiConstant("SIOCIFGCLONERS")]
    public const uint GetCloners = 0xC0106978;

    [AbiConstant("SIOCIFDESTROY")]
    public const uint Destroy = 0x80206979;

    [AbiConstant("SIOCIFCREATE")]
    public const uint Create = 0xC020697A;

    [AbiConstant("SIOCSDRVSPEC")]
    public const uint SetDriver = 0x8028697B;

    [AbiConstant("SIOCGDRVSPEC")]
    public const uint GetDriver = 0xC028697B;

    [AbiConstant("SIOCIFCREATE2")]
    public const uint CreateWithParameters = 0xC020697C;

    [AbiConstant("SIOCAIFGROUP")]
    public const uint AddGroup = 0x80286987;

    [AbiConstant("SIOCGIFGROUP")]
    public const uint GetGroups = 0xC0286988;

    [AbiConstant("SIOCDIFGROUP")]
    public const uint DeleteGroup = 0x80286989;

    [AbiConstant("SIOCGIFGMEMB")]
    public const uint GetGroupMembers = 0xC028698A;

    [AbiConstant("SIOCGIFDATA")]
    public const uint GetData = 0x8020692C;

    [AbiConstant("SIOCGIFMEDIA")]
    public const uint GetMedia = 0xC0306938;
}
