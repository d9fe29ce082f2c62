using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifg_req (net/if.h).</summary>
[AbiStruct("ifg_req")]
internal static class IfgReqLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("ifgrq_ifgrqu.ifgrqu_group", 16)]
    public const int Group = 0;
}
