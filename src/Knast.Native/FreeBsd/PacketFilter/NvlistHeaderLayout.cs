using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct nvlist_header: what a list on the wire begins with (sys/contrib/libnv).</summary>
[AbiStruct("nv.nvlist_header")]
internal static class NvlistHeaderLayout
{
    [AbiSize]
    public const int Size = 19;

    [AbiField("nvlh_magic", 1)]
    public const int Magic = 0;

    [AbiField("nvlh_version", 1)]
    public const int Version = 1;

    [AbiField("nvlh_flags", 1)]
    public const int Flags = 2;

    [AbiField("nvlh_descriptors", 8)]
    public const int Descriptors = 3;

    [AbiField("nvlh_size", 8)]
    public const int Length = 11;
}
