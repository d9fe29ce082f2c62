using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>nvlist_t: what stands for a list in the value of a pair (openzfs, sys/nvpair.h).</summary>
[AbiStruct("zfs.nvlist")]
internal static class NvlistLayout
{
    [AbiSize]
    public const int Size = 24;

    [AbiField("nvl_version", 4)]
    public const int Version = 0;

    [AbiField("nvl_nvflag", 4)]
    public const int Flags = 4;
}
