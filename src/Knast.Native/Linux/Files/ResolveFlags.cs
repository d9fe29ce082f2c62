namespace Knast.Native.Linux.Files;

/// <summary>How openat2(2) resolves a path (include/uapi/linux/openat2.h).</summary>
[Flags]
public enum ResolveFlags
{
    /// <summary>As openat(2) does.</summary>
    None = 0,

    /// <summary>RESOLVE_NO_XDEV: no mount is crossed.</summary>
    NoMountCrossing = 1,

    /// <summary>RESOLVE_NO_MAGICLINKS: links such as those of /proc/self/fd are refused.</summary>
    NoMagicLinks = 2,

    /// <summary>RESOLVE_NO_SYMLINKS: every link is refused.</summary>
    NoSymbolicLinks = 4,

    /// <summary>RESOLVE_BENEATH: a path that leaves the directory is refused.</summary>
    Beneath = 8,

    /// <summary>RESOLVE_IN_ROOT: the directory stands for the root, for absolute paths, links and "..".</summary>
    InRoot = 16,
}
