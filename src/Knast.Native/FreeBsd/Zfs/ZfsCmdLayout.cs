using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>struct zfs_cmd (openzfs, sys/zfs_ioctl.h).</summary>
[AbiStruct("zfs.zfs_cmd")]
internal static class ZfsCmdLayout
{
    [AbiSize]
    public const int Size = 4528;

    [AbiField("zc_name", 1024)]
    public const int Name = 0;

    [AbiField("zc_nvlist_src", 8)]
    public const int Input = 1024;

    [AbiField("zc_nvlist_src_size", 8)]
    public const int InputSize = 1032;

    [AbiField("zc_nvlist_dst", 8)]
    public const int Output = 1040;

    [AbiField("zc_nvlist_dst_size", 8)]
    public const int OutputSize = 1048;

    [AbiField("zc_value", 2048)]
    public const int Value = 1072;

    [AbiField("zc_nvlist_conf", 8)]
    public const int Configuration = 3384;

    [AbiField("zc_nvlist_conf_size", 8)]
    public const int ConfigurationSize = 3392;

    [AbiField("zc_cookie", 8)]
    public const int Cookie = 3400;

    [AbiField("zc_objset_stats", 288)]
    public const int Stats = 3488;

    [AbiField("zc_simple", 1)]
    public const int IsSimple = 4452;
}
