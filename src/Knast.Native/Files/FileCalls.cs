using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;
using Knast.Native.Linux.Files;

namespace Knast.Native.Files;

/// <summary>
/// Calls on files relative to a descriptor, the same on every system. Names are bytes. No call follows a link in the last place of a
/// name, unless it says so; a link in another place is followed as the kernel does, so give single names, or use <see cref="OpenInRoot"/>.
/// </summary>
/// <remarks>Every member throws <see cref="NativeException"/> with the kernel's error, the call and the name.</remarks>
public abstract class FileCalls
{
    /// <summary>The longest path that a kernel takes, in bytes without the NUL (PATH_MAX: Linux 4096, FreeBSD 1024).</summary>
    public abstract int LongestPath { get; }

    /// <summary>Whether files have flags such as FreeBSD's <c>schg</c> (chflags(2)).</summary>
    public abstract bool HasFileFlags { get; }

    /// <summary>The kernel that is asked.</summary>
    public abstract IKernel Kernel { get; }

    /// <summary>The calls of a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    public static FileCalls For(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return kernel.Target.System == KernelSystem.Linux
            ? new LinuxFileCalls(kernel)
            : new FreeBsdFileCalls(kernel);
    }

    /// <summary>Opens a directory of the kernel's machine; links are followed.</summary>
    /// <param name="path">An absolute path.</param>
    public abstract KernelDescriptor OpenHostDirectory(KernelText path);

    /// <summary>Opens a file.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="name">The name in it.</param>
    /// <param name="flags">How.</param>
    /// <param name="mode">Permission bits of a new file, before the umask.</param>
    public abstract KernelDescriptor Open(KernelDescriptor directory, KernelText name, FileOpenFlags flags, uint mode = 0);

    /// <summary>Opens a file below a directory that stands for the root: absolute links, absolute paths and ".." never leave it.</summary>
    /// <param name="root">The directory.</param>
    /// <param name="path">A path; links in it are followed within the root.</param>
    /// <param name="flags">How.</param>
    /// <param name="mode">Permission bits of a new file, before the umask.</param>
    public abstract KernelDescriptor OpenInRoot(KernelDescriptor root, KernelText path, FileOpenFlags flags, uint mode = 0);

    /// <summary>Makes a directory.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="mode">Permission bits, before the umask.</param>
    public abstract void MakeDirectory(KernelDescriptor directory, KernelText name, uint mode);

    /// <summary>Makes a device.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="type"><see cref="FileType.CharacterDevice"/> or <see cref="FileType.BlockDevice"/>.</param>
    /// <param name="mode">Permission bits, before the umask.</param>
    /// <param name="device">Which.</param>
    public abstract void MakeDevice(KernelDescriptor directory, KernelText name, FileType type, uint mode, DeviceNumber device);

    /// <summary>Makes a FIFO.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="mode">Permission bits, before the umask.</param>
    public abstract void MakeFifo(KernelDescriptor directory, KernelText name, uint mode);

    /// <summary>Makes a symbolic link.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="content">What it says; not looked up.</param>
    public abstract void MakeSymbolicLink(KernelDescriptor directory, KernelText name, KernelText content);

    /// <summary>Gives a file, or a symbolic link itself, a second name.</summary>
    /// <param name="fromDirectory">Where the file is.</param>
    /// <param name="fromName">Its name.</param>
    /// <param name="toDirectory">Where the new name is.</param>
    /// <param name="toName">The new name.</param>
    public abstract void Link(KernelDescriptor fromDirectory, KernelText fromName, KernelDescriptor toDirectory, KernelText toName);

    /// <summary>Removes a name that is no directory's.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">The name.</param>
    public abstract void Unlink(KernelDescriptor directory, KernelText name);

    /// <summary>Removes an empty directory.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    public abstract void RemoveDirectory(KernelDescriptor directory, KernelText name);

    /// <summary>Renames a file, replacing what has the new name as rename(2) does.</summary>
    /// <param name="fromDirectory">Where the file is.</param>
    /// <param name="fromName">Its name.</param>
    /// <param name="toDirectory">Where it goes.</param>
    /// <param name="toName">The new name.</param>
    public abstract void Rename(KernelDescriptor fromDirectory, KernelText fromName, KernelDescriptor toDirectory, KernelText toName);

    /// <summary>Gives an open file to an owner. This clears set-user-id and set-group-id, so it comes before <see cref="SetMode(KernelDescriptor, uint)"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="owner">User id.</param>
    /// <param name="group">Group id.</param>
    public abstract void SetOwner(KernelDescriptor file, uint owner, uint group);

    /// <summary>Gives a file to an owner; a link itself, not what it points to.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="owner">User id.</param>
    /// <param name="group">Group id.</param>
    public abstract void SetOwner(KernelDescriptor directory, KernelText name, uint owner, uint group);

    /// <summary>Sets permission bits of an open file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mode">Permission bits with set-user-id, set-group-id and sticky.</param>
    public abstract void SetMode(KernelDescriptor file, uint mode);

    /// <summary>Sets permission bits of a file that is no symbolic link.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="mode">Permission bits with set-user-id, set-group-id and sticky.</param>
    public abstract void SetMode(KernelDescriptor directory, KernelText name, uint mode);

    /// <summary>Sets the times of an open file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="accessed">The time of the last access; null leaves it.</param>
    /// <param name="modified">The time of the last change.</param>
    public abstract void SetTimes(KernelDescriptor file, FileTime? accessed, FileTime modified);

    /// <summary>Sets the times of a file; of a link itself, not of what it points to.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <param name="accessed">The time of the last access; null leaves it.</param>
    /// <param name="modified">The time of the last change.</param>
    public abstract void SetTimes(KernelDescriptor directory, KernelText name, FileTime? accessed, FileTime modified);

    /// <summary>What an open file is.</summary>
    /// <param name="file">The file.</param>
    public abstract FileStatus GetStatus(KernelDescriptor file);

    /// <summary>What a file is; a link itself, not what it points to.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Null where nothing has that name.</returns>
    public abstract FileStatus? GetStatus(KernelDescriptor directory, KernelText name);

    /// <summary>Reads from where the last call ended.</summary>
    /// <param name="file">The file.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <returns>Bytes read; 0 at the end.</returns>
    public abstract int Read(KernelDescriptor file, Span<byte> buffer);

    /// <summary>Writes all bytes where the last call ended.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">The bytes.</param>
    public abstract void Write(KernelDescriptor file, ReadOnlySpan<byte> bytes);

    /// <summary>Writes all bytes at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Where, in bytes.</param>
    public abstract void WriteAt(KernelDescriptor file, ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Sets a file's size.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">Bytes.</param>
    public abstract void SetLength(KernelDescriptor file, long length);

    /// <summary>Copies bytes within the kernel (copy_file_range(2)), from and to where the last calls ended.</summary>
    /// <param name="from">The file that is read.</param>
    /// <param name="to">The file that is written.</param>
    /// <param name="length">The most bytes.</param>
    /// <returns>Bytes copied, 0 at the end; null where the kernel cannot do it for these two files: read and write instead.</returns>
    public abstract long? CopyRange(KernelDescriptor from, KernelDescriptor to, long length);

    /// <summary>Reads an open directory from where the last reader ended.</summary>
    /// <param name="directory">The directory, opened for reading.</param>
    public abstract DirectoryReader ReadDirectory(KernelDescriptor directory);

    /// <summary>What a symbolic link says.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">Its name.</param>
    public abstract byte[] ReadSymbolicLink(KernelDescriptor directory, KernelText name);

    /// <summary>Sets an extended attribute of an open file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name with the namespace, as in <c>user.mime</c> (FreeBSD: namespaces user and system).</param>
    /// <param name="value">The value.</param>
    public abstract void SetExtendedAttribute(KernelDescriptor file, KernelText name, ReadOnlySpan<byte> value);

    /// <summary>Sets an extended attribute of a file; of a link itself, not of what it points to.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="attribute">The attribute's name with the namespace.</param>
    /// <param name="value">The value.</param>
    public abstract void SetExtendedAttribute(KernelDescriptor directory, KernelText name, KernelText attribute, ReadOnlySpan<byte> value);

    /// <summary>An extended attribute of an open file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name with the namespace.</param>
    /// <returns>Null where there is none.</returns>
    public abstract byte[]? GetExtendedAttribute(KernelDescriptor file, KernelText name);

    /// <summary>An extended attribute of a file; of a link itself, not of what it points to.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="attribute">The attribute's name with the namespace.</param>
    /// <returns>Null where there is none.</returns>
    public abstract byte[]? GetExtendedAttribute(KernelDescriptor directory, KernelText name, KernelText attribute);

    /// <summary>The names of the extended attributes of a file; of a link itself, not of what it points to.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">The file's name.</param>
    public abstract IReadOnlyList<byte[]> ListExtendedAttributes(KernelDescriptor directory, KernelText name);

    /// <summary>The names of the extended attributes of an open file.</summary>
    /// <param name="file">The file.</param>
    public abstract IReadOnlyList<byte[]> ListExtendedAttributes(KernelDescriptor file);

    /// <summary>Sets file flags (chflags(2)).</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="flags">FreeBSD's <c>UF_</c> and <c>SF_</c> bits.</param>
    /// <exception cref="PlatformNotSupportedException">The system has none; see <see cref="HasFileFlags"/>.</exception>
    public abstract void SetFlags(KernelDescriptor directory, KernelText name, uint flags);

    /// <summary>What file system a file is on.</summary>
    /// <param name="file">The file.</param>
    public abstract FileSystemStatus GetFileSystem(KernelDescriptor file);

    /// <summary>Writes what the file system of a file has in memory to its disk.</summary>
    /// <param name="file">The file.</param>
    public abstract void Synchronize(KernelDescriptor file);

    /// <summary>Removes a file or a whole tree. Never follows a link; takes a bounded number of descriptors whatever the depth. Nothing there is no error.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">The name.</param>
    public void RemoveTree(KernelDescriptor directory, KernelText name) => TreeRemoval.Remove(this, directory, name);
}
