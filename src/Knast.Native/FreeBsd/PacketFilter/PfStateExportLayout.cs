using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pf_state_export (net/pfvar.h).</summary>
[AbiStruct("pf_state_export")]
internal static class PfStateExportLayout
{
    [AbiSize]
    public const int Size = 384;

    [AbiField("version", 8)]
    public const int Version = 0;

    [AbiField("id", 8)]
    public const int Id = 8;

    [AbiField("ifname", 16)]
    public const int Interface = 16;

    [AbiField("orig_ifname", 16)]
    public const int OriginalInterface = 32;

    [AbiField("key", 72)]
    public const int Keys = 48;

    [AbiField("src.state", 1)]
    public const int SourceState = 144;

    [AbiField("dst.state", 1)]
    public const int DestinationState = 176;

    [AbiField("rule", 4)]
    public const int Rule = 200;

    [AbiField("anchor", 4)]
    public const int Anchor = 204;

    [AbiField("nat_rule", 4)]
    public const int NatRule = 208;

    [AbiField("creation", 4)]
    public const int Age = 212;

    [AbiField("expire", 4)]
    public const int Expires = 216;

    [AbiField("packets", 16)]
    public const int Packets = 224;

    [AbiField("bytes", 16)]
    public const int Bytes = 240;

    [AbiField("creatorid", 4)]
    public const int Creator = 256;

    [AbiField("af", 1)]
    public const int AddressFamily = 264;

    [AbiField("proto", 1)]
    public const int Protocol = 265;

    [AbiField("direction", 1)]
    public const int Direction = 266;
}
