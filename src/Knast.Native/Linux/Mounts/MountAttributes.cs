namespace Knast.Native.Linux.Mounts;

/// <summary>Attributes of a mount (MOUNT_ATTR_*, linux/mount.h).</summary>
[Flags]
public enum MountAttributes
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>MOUNT_ATTR_RDONLY.</summary>
    ReadOnly = 1,

    /// <summary>MOUNT_ATTR_NOSUID.</summary>
    NoSetuid = 2,

    /// <summary>MOUNT_ATTR_NODEV.</summary>
    NoDevices = 4,

    /// <summary>MOUNT_ATTR_NOEXEC.</summary>
    NoExecution = 8,

    /// <summary>MOUNT_ATTR_NOATIME; relatime is 0.</summary>
    NoAccessTime = 0x10,

    /// <summary>MOUNT_ATTR_STRICTATIME.</summary>
    StrictAccessTime = 0x20,

    /// <summary>MOUNT_ATTR__ATIME: the mask of the access time modes.</summary>
    AccessTimeMask = 0x70,

    /// <summary>MOUNT_ATTR_NODIRATIME.</summary>
    NoDirectoryAccessTime = 0x80,

    /// <summary>MOUNT_ATTR_NOSYMFOLLOW.</summary>
    NoSymlinkFollowing = 0x200000,
}
