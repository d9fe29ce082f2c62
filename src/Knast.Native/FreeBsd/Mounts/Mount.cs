using System.Globalization;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>What nmount(2) is to mount, or with <see cref="MountFlags.Update"/> to change.</summary>
/// <param name="FileSystem">The kind of file system; its module must be loaded, since nmount(2) loads none inside a jail.</param>
/// <param name="Destination">
/// The directory, or the file where nullfs has a file to show. Links in it are followed: resolve it before.
/// </param>
/// <param name="Options">Options of that file system.</param>
/// <param name="Flags">Flags that every file system knows.</param>
public sealed record Mount(string FileSystem, string Destination, IReadOnlyList<MountOption> Options, MountFlags Flags = MountFlags.None)
{
    private const string From = "from";

    /// <summary>nullfs(5): a directory, or a file, again somewhere else.</summary>
    /// <remarks>
    /// Never show a nullfs mount at the directory that it shows: FreeBSD 13 panics and 15 hangs. The source has to be absolute, since the kernel
    /// keeps it as it is for statfs(2).
    /// </remarks>
    /// <param name="source">What to show; links in it are followed.</param>
    /// <param name="destination">Where; of the same type.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Nullfs(string source, string destination, MountFlags flags = MountFlags.None) =>
        new("nullfs", destination, [MountOption.Text(From, source)], flags);

    /// <summary>tmpfs(5): files in memory.</summary>
    /// <param name="destination">Where.</param>
    /// <param name="options">Options such as <c>size=64m</c>, <c>mode=1777</c>, <c>uid=0</c>, <c>gid=0</c>, <c>inodes=1000</c>.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Tmpfs(string destination, IEnumerable<MountOption> options, MountFlags flags = MountFlags.None) =>
        new("tmpfs", destination, [MountOption.Text(From, "tmpfs"), .. options], flags);

    /// <summary>devfs(5): devices.</summary>
    /// <param name="destination">Where.</param>
    /// <param name="ruleset">The ruleset that is applied before anybody can look; 0 for none.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Devfs(string destination, int ruleset, MountFlags flags = MountFlags.None)
    {
        string number = ruleset.ToString(CultureInfo.InvariantCulture);
        MountOption[] options = ruleset == 0 ? [] : [MountOption.Text("ruleset", number)];
        return new Mount("devfs", destination, [MountOption.Text(From, "devfs"), .. options], flags);
    }

    /// <summary>fdescfs(5): the descriptors of each process.</summary>
    /// <param name="destination">Where, usually on dev/fd.</param>
    /// <param name="isForLinux">Whether entries are links to the files, as Linux programs expect (<c>linrdlnk</c>).</param>
    /// <param name="flags">Flags.</param>
    public static Mount Fdescfs(string destination, bool isForLinux, MountFlags flags = MountFlags.None)
    {
        MountOption[] options = isForLinux ? [MountOption.Flag("linrdlnk")] : [];
        return new Mount("fdescfs", destination, [MountOption.Text(From, "fdescfs"), .. options], flags);
    }

    /// <summary>procfs(5): processes.</summary>
    /// <param name="destination">Where.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Procfs(string destination, MountFlags flags = MountFlags.None) => Named("procfs", destination, flags);

    /// <summary>linprocfs(5): processes as Linux shows them.</summary>
    /// <param name="destination">Where.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Linprocfs(string destination, MountFlags flags = MountFlags.None) => Named("linprocfs", destination, flags);

    /// <summary>linsysfs(5): devices as Linux shows them.</summary>
    /// <param name="destination">Where.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Linsysfs(string destination, MountFlags flags = MountFlags.None) => Named("linsysfs", destination, flags);

    /// <summary>unionfs(4): a directory over another, which takes all that is written.</summary>
    /// <param name="source">The upper directory; with <c>below</c> among the options, the lower one.</param>
    /// <param name="destination">The lower directory, and where the two are seen.</param>
    /// <param name="options">Options such as <c>below</c>, <c>copymode=transparent</c>.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Unionfs(string source, string destination, IEnumerable<MountOption> options, MountFlags flags = MountFlags.None) =>
        new("unionfs", destination, [MountOption.Text(From, source), .. options], flags);

    /// <summary>zfs(4): a dataset.</summary>
    /// <param name="dataset">Its name.</param>
    /// <param name="destination">Where.</param>
    /// <param name="flags">Flags.</param>
    public static Mount Zfs(string dataset, string destination, MountFlags flags = MountFlags.None) =>
        new("zfs", destination, [MountOption.Text(From, dataset)], flags);

    private static Mount Named(string fileSystem, string destination, MountFlags flags) =>
        new(fileSystem, destination, [MountOption.Text(From, fileSystem)], flags);
}
