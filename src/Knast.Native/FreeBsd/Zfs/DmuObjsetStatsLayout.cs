using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>struct dmu_objset_stats (openzfs, sys/dmu.h).</summary>
[AbiStruct("zfs.dmu_objset_stats")]
internal static class DmuObjsetStatsLayout
{
    [AbiSize]
    public const int Size = 288;

    [AbiField("dds_num_clones", 8)]
    public const int CloneCount = 0;

    [AbiField("dds_creation_txg", 8)]
    public const int CreationTransaction = 8;

    [AbiField("dds_guid", 8)]
    public const int Guid = 16;

    [AbiField("dds_type", 4)]
    public const int Type = 24;

    [AbiField("dds_is_snapshot", 1)]
    public const int IsSnapshot = 28;

    [AbiField("dds_origin", 256)]
    public const int Origin = 31;
}
