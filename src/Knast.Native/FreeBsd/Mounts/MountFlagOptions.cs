namespace Knast.Native.FreeBsd.Mounts;

/// <summary>
/// Flags of a mount as options by name (mount(8)), as the kernel's vfs_donmount reads them. nmount(2) has 32 bits for flags, too few for the newer
/// ones, and file systems look at the names when a mount is changed.
/// </summary>
internal static class MountFlagOptions
{
    private static readonly (MountFlags Flag, string Name)[] Names =
    [
        (MountFlags.ReadOnly, "ro"),
        (MountFlags.Synchronous, "sync"),
        (MountFlags.NoExecute, "noexec"),
        (MountFlags.NoSetUserId, "nosuid"),
        (MountFlags.Union, "union"),
        (MountFlags.Asynchronous, "async"),
        (MountFlags.Update, "update"),
        (MountFlags.Force, "force"),
        (MountFlags.NoSymbolicLinks, "nosymfollow"),
        (MountFlags.NoAccessTime, "noatime"),
        (MountFlags.Automounted, "automounted"),
        (MountFlags.NoCover, "nocover"),
        (MountFlags.EmptyDirectory, "emptydir"),
    ];

    /// <summary>The options, in a fixed order.</summary>
    /// <exception cref="ArgumentException">A flag has no name.</exception>
    public static IReadOnlyList<string> From(MountFlags flags)
    {
        MountFlags rest = flags;
        var options = new List<string>();
        foreach ((MountFlags flag, string name) in Names)
        {
            if (flags.HasFlag(flag))
            {
                options.Add(name);
                rest &= ~flag;
            }
        }

        return rest == MountFlags.None
            ? options
            : throw new ArgumentException($"nmount(2) has no option for {rest}; the kernel sets it, or MNT_IGNORE alone goes as a flag.", nameof(flags));
    }
}
