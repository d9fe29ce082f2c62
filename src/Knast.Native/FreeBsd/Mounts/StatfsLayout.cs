using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>struct statfs (sys/mount.h).</summary>
[AbiStruct("statfs")]
internal static class StatfsLayout
{
    [AbiSize]
    public const int Size = 2344;

    [AbiField("f_version", 4)]
    public const int Version = 0;

    [AbiField("f_type", 4)]
    public const int Type = 4;

    [AbiField("f_flags", 8)]
    public const int Flags = 8;

    [AbiField("f_bsize", 8)]
    public const int BlockSize = 16;

    [AbiField("f_blocks", 8)]
    public const int Blocks = 32;

    [AbiField("f_bfree", 8)]
    public const int FreeBlocks = 40;

    [AbiField("f_bavail", 8)]
    public const int AvailableBlocks = 48;

    [AbiField("f_namemax", 4)]
    public const int LongestName = 184;

    [AbiField("f_owner", 4)]
    public const int Owner = 188;

    [AbiField("f_fsid", 8)]
    public const int Id = 192;

    [AbiField("f_fstypename", 16)]
    public const int FileSystem = 280;

    [AbiField("f_mntfromname", 1024)]
    public const int Source = 296;

    [AbiField("f_mntonname", 1024)]
    public const int Destination = 1320;

    /// <summary>What f_version is.</summary>
    [AbiConstant("STATFS_VERSION")]
    public const int CurrentVersion = 0x20140518;
}
