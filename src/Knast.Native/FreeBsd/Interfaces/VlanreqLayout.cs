using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct vlanreq (net/if_vlan_var.h).</summary>
[AbiStruct("vlanreq")]
internal static class VlanreqLayout
{
    [AbiSize]
    public const int Size = 20;

    [AbiField("vlr_parent", 16)]
    public const int Parent = 0;

    [AbiField("vlr_tag", 2)]
    public const int Tag = 16;

    [AbiField("vlr_proto", 2)]
    public const int Protocol = 18;
}
