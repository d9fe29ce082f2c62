using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct nvpair_header: what a pair on the wire begins with (sys/contrib/libnv).</summary>
[AbiStruct("nv.nvpair_header")]
internal static class NvpairHeaderLayout
{
    [AbiSize]
    public const int Size = 19;

    [AbiField("nvph_type", 1)]
    public const int Type = 0;

    [AbiField("nvph_namesize", 2)]
    public const int NameLength = 1;

    [AbiField("nvph_datasize", 8)]
    public const int DataLength = 3;

    [AbiField("nvph_nitems", 8)]
    public const int ItemCount = 11;
}
