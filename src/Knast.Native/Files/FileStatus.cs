namespace Knast.Native.Files;

/// <summary>What stat(2) says of a file.</summary>
/// <param name="Type">What kind of file.</param>
/// <param name="Mode">Permission bits with set-user-id (0x800), set-group-id (0x400) and sticky (0x200).</param>
/// <param name="Owner">User id.</param>
/// <param name="Group">Group id.</param>
/// <param name="Size">Bytes.</param>
/// <param name="AllocatedBytes">Bytes on the disk; less than <paramref name="Size"/> for a sparse file.</param>
/// <param name="LinkCount">Names it has.</param>
/// <param name="Inode">Inode number.</param>
/// <param name="FileSystem">The device that holds it.</param>
/// <param name="Device">The device that it is, where it is one.</param>
/// <param name="Accessed">The time of the last access.</param>
/// <param name="Modified">The time of the last change of content.</param>
public readonly record struct FileStatus(
    FileType Type,
    uint Mode,
    uint Owner,
    uint Group,
    long Size,
    long AllocatedBytes,
    uint LinkCount,
    ulong Inode,
    DeviceNumber FileSystem,
    DeviceNumber Device,
    FileTime Accessed,
    FileTime Modified)
{
    /// <summary>Whether it is a directory, and no link to one.</summary>
    public bool IsDirectory => Type == FileType.Directory;
}
