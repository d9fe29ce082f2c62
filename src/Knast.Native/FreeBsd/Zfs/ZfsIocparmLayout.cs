using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>struct zfs_iocparm: the argument of each ioctl, which points to the command (openzfs, zfs_ioctl_compat.h).</summary>
[AbiStruct("zfs.zfs_iocparm")]
internal static class ZfsIocparmLayout
{
    [AbiSize]
    public const int Size = 24;

    [AbiField("zfs_ioctl_version", 4)]
    public const int Version = 0;

    [AbiField("zfs_cmd", 8)]
    public const int Command = 8;

    [AbiField("zfs_cmd_size", 8)]
    public const int CommandSize = 16;
}
