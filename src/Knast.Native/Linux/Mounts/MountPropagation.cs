namespace Knast.Native.Linux.Mounts;

/// <summary>How mounts spread to other namespaces (mount_namespaces(7); MS_* of sys/mount.h).</summary>
public enum MountPropagation
{
    /// <summary>As it was.</summary>
    Unchanged = 0,

    /// <summary>MS_UNBINDABLE.</summary>
    Unbindable = 1 << 17,

    /// <summary>MS_PRIVATE.</summary>
    Private = 1 << 18,

    /// <summary>MS_SLAVE.</summary>
    Slave = 1 << 19,

    /// <summary>MS_SHARED.</summary>
    Shared = 1 << 20,
}
