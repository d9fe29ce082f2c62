using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>Flags of a mount: what nmount(2) and unmount(2) take and statfs(2) shows (sys/mount.h).</summary>
[Flags]
public enum MountFlags : long
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>MNT_RDONLY.</summary>
    [AbiConstant("MNT_RDONLY")]
    ReadOnly = 0x1,

    /// <summary>MNT_SYNCHRONOUS.</summary>
    [AbiConstant("MNT_SYNCHRONOUS")]
    Synchronous = 0x2,

    /// <summary>MNT_NOEXEC.</summary>
    [AbiConstant("MNT_NOEXEC")]
    NoExecute = 0x4,

    /// <summary>MNT_NOSUID.</summary>
    [AbiConstant("MNT_NOSUID")]
    NoSetUserId = 0x8,

    /// <summary>MNT_NFS4ACLS.</summary>
    [AbiConstant("MNT_NFS4ACLS")]
    Nfs4Acls = 0x10,

    /// <summary>MNT_UNION: names of the directory below show through.</summary>
    [AbiConstant("MNT_UNION")]
    Union = 0x20,

    /// <summary>MNT_ASYNC.</summary>
    [AbiConstant("MNT_ASYNC")]
    Asynchronous = 0x40,

    /// <summary>MNT_LOCAL: no network is in between.</summary>
    [AbiConstant("MNT_LOCAL")]
    Local = 0x1000,

    /// <summary>MNT_QUOTA.</summary>
    [AbiConstant("MNT_QUOTA")]
    Quota = 0x2000,

    /// <summary>MNT_ROOTFS.</summary>
    [AbiConstant("MNT_ROOTFS")]
    Root = 0x4000,

    /// <summary>MNT_USER: somebody other than root mounted it.</summary>
    [AbiConstant("MNT_USER")]
    User = 0x8000,

    /// <summary>MNT_UPDATE: an existing mount is changed.</summary>
    [AbiConstant("MNT_UPDATE")]
    Update = 0x10000,

    /// <summary>MNT_FORCE: open files do not keep it.</summary>
    [AbiConstant("MNT_FORCE")]
    Force = 0x80000,

    /// <summary>MNT_NOSYMFOLLOW.</summary>
    [AbiConstant("MNT_NOSYMFOLLOW")]
    NoSymbolicLinks = 0x400000,

    /// <summary>MNT_IGNORE: df(1) leaves it out.</summary>
    [AbiConstant("MNT_IGNORE")]
    Ignore = 0x800000,

    /// <summary>MNT_BYFSID: the path of unmount(2) is a <see cref="FileSystemId"/>.</summary>
    [AbiConstant("MNT_BYFSID")]
    ById = 0x8000000,

    /// <summary>MNT_NOATIME.</summary>
    [AbiConstant("MNT_NOATIME")]
    NoAccessTime = 0x10000000,

    /// <summary>MNT_AUTOMOUNTED.</summary>
    [AbiConstant("MNT_AUTOMOUNTED")]
    Automounted = 0x200000000,

    /// <summary>MNT_NOCOVER: refused (EBUSY) where a mount is already.</summary>
    [AbiConstant("MNT_NOCOVER")]
    NoCover = 0x1000000000,

    /// <summary>MNT_EMPTYDIR: refused (ENOTEMPTY) on a directory with entries.</summary>
    [AbiConstant("MNT_EMPTYDIR")]
    EmptyDirectory = 0x2000000000,
}
