using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifgroupreq (net/if.h).</summary>
[AbiStruct("ifgroupreq")]
internal static class IfgroupreqLayout
{
    [AbiSize]
    public const int Size = 40;

    [AbiField("ifgr_name", 16)]
    public const int Name = 0;

    [AbiField("ifgr_len", 4)]
    public const int Length = 16;

    [AbiField("ifgr_ifgru.ifgru_group", 16)]
    public const int Group = 24;

    [AbiField("ifgr_ifgru.ifgru_groups", 8)]
    public const int Groups = 24;
}
