using Knast.Native.FreeBsd.Mounts;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>One mount, decided: where it goes below the root, and what nmount(2) is told.</summary>
/// <param name="Destination">The place below the root, without links, without a slash at its beginning.</param>
/// <param name="IsDirectory">Whether it is a directory.</param>
/// <param name="FileSystem">The file system.</param>
/// <param name="Options">Its options.</param>
internal sealed record FreeBsdMountStep(string Destination, bool IsDirectory, string FileSystem, IReadOnlyList<MountOption> Options);
