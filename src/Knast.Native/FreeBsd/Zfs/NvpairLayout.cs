using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>nvpair_t: what a pair begins with; its name follows (openzfs, sys/nvpair.h).</summary>
[AbiStruct("zfs.nvpair")]
internal static class NvpairLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("nvp_size", 4)]
    public const int Length = 0;

    [AbiField("nvp_name_sz", 2)]
    public const int NameLength = 4;

    [AbiField("nvp_value_elem", 4)]
    public const int ElementCount = 8;

    [AbiField("nvp_type", 4)]
    public const int Type = 12;
}
