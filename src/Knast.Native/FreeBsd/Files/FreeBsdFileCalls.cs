using Knast.Native.Files;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>File calls of FreeBSD 13.1 and newer, which opens files as places only (O_PATH).</summary>
internal sealed class FreeBsdFileCalls(IKernel kernel) : FileCalls
{
    /// <inheritdoc/>
    public override int LongestPath => 1023;

    /// <inheritdoc/>
    public override bool HasFileFlags => true;

    /// <inheritdoc/>
    public override IKernel Kernel => kernel;

    /// <inheritdoc/>
    public override KernelDescriptor OpenHostDirectory(KernelText path) =>
        Openat.Invoke(kernel, Openat.CurrentDirectory, path, OpenFlags.ReadOnly | OpenFlags.Directory);

    /// <inheritdoc/>
    public override KernelDescriptor Open(KernelDescriptor directory, KernelText name, FileOpenFlags flags, uint mode = 0) =>
        Openat.Invoke(kernel, directory, name, ToFreeBsd(flags), mode);

    /// <inheritdoc/>
    public override KernelDescriptor OpenInRoot(KernelDescriptor root, KernelText path, FileOpenFlags flags, uint mode = 0)
    {
        using var walk = new RootWalk(kernel, root, path, flags.HasFlag(FileOpenFlags.NoLinks));
        return walk.Open(ToFreeBsd(flags), mode);
    }

    /// <inheritdoc/>
    public override void MakeDirectory(KernelDescriptor directory, KernelText name, uint mode) =>
        Mkdirat.Invoke(kernel, directory, name, mode);

    /// <inheritdoc/>
    public override void MakeDevice(KernelDescriptor directory, KernelText name, FileType type, uint mode, DeviceNumber device) =>
        Mknodat.Invoke(kernel, directory, name, (uint)type | mode, DeviceNumbers.Encode(device));

    /// <inheritdoc/>
    public override void MakeFifo(KernelDescriptor directory, KernelText name, uint mode) =>
        Mkfifoat.Invoke(kernel, directory, name, mode);

    /// <inheritdoc/>
    public override void MakeSymbolicLink(KernelDescriptor directory, KernelText name, KernelText content) =>
        Symlinkat.Invoke(kernel, content, directory, name);

    /// <inheritdoc/>
    public override void Link(KernelDescriptor fromDirectory, KernelText fromName, KernelDescriptor toDirectory, KernelText toName) =>
        Linkat.Invoke(kernel, fromDirectory, fromName, toDirectory, toName);

    /// <inheritdoc/>
    public override void Unlink(KernelDescriptor directory, KernelText name) =>
        Unlinkat.Invoke(kernel, directory, name, isDirectory: false);

    /// <inheritdoc/>
    public override void RemoveDirectory(KernelDescriptor directory, KernelText name) =>
        Unlinkat.Invoke(kernel, directory, name, isDirectory: true);

    /// <inheritdoc/>
    public override void Rename(KernelDescriptor fromDirectory, KernelText fromName, KernelDescriptor toDirectory, KernelText toName) =>
        Renameat.Invoke(kernel, fromDirectory, fromName, toDirectory, toName);

    /// <inheritdoc/>
    public override void SetOwner(KernelDescriptor file, uint owner, uint group) => Fchown.Invoke(kernel, file, owner, group);

    /// <inheritdoc/>
    public override void SetOwner(KernelDescriptor directory, KernelText name, uint owner, uint group) =>
        Fchownat.Invoke(kernel, directory, name, owner, group);

    /// <inheritdoc/>
    public override void SetMode(KernelDescriptor file, uint mode) => Fchmod.Invoke(kernel, file, mode);

    /// <inheritdoc/>
    public override void SetMode(KernelDescriptor directory, KernelText name, uint mode) =>
        Fchmodat.Invoke(kernel, directory, name, mode);

    /// <inheritdoc/>
    public override void SetTimes(KernelDescriptor file, FileTime? accessed, FileTime modified) =>
        Futimens.Invoke(kernel, file, accessed, modified);

    /// <inheritdoc/>
    public override void SetTimes(KernelDescriptor directory, KernelText name, FileTime? accessed, FileTime modified) =>
        Utimensat.Invoke(kernel, directory, name, accessed, modified);

    /// <inheritdoc/>
    public override FileStatus GetStatus(KernelDescriptor file) => Fstat.Invoke(kernel, file).ToFileStatus();

    /// <inheritdoc/>
    public override FileStatus? GetStatus(KernelDescriptor directory, KernelText name) =>
        Fstatat.TryInvoke(kernel, directory, name)?.ToFileStatus();

    /// <inheritdoc/>
    public override int Read(KernelDescriptor file, Span<byte> buffer) => Files.Read.Invoke(kernel, file, buffer);

    /// <inheritdoc/>
    public override void Write(KernelDescriptor file, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[Files.Write.Invoke(kernel, file, bytes)..];
        }
    }

    /// <inheritdoc/>
    public override void WriteAt(KernelDescriptor file, ReadOnlySpan<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            int written = Pwrite.Invoke(kernel, file, bytes, offset);
            bytes = bytes[written..];
            offset += written;
        }
    }

    /// <inheritdoc/>
    public override void SetLength(KernelDescriptor file, long length) => Ftruncate.Invoke(kernel, file, length);

    /// <inheritdoc/>
    public override long? CopyRange(KernelDescriptor from, KernelDescriptor to, long length) =>
        CopyFileRange.Invoke(kernel, from, to, length);

    /// <inheritdoc/>
    public override DirectoryReader ReadDirectory(KernelDescriptor directory) => new FreeBsdDirectoryReader(kernel, directory);

    /// <inheritdoc/>
    public override byte[] ReadSymbolicLink(KernelDescriptor directory, KernelText name) => Readlinkat.Invoke(kernel, directory, name);

    /// <inheritdoc/>
    public override void SetExtendedAttribute(KernelDescriptor file, KernelText name, ReadOnlySpan<byte> value)
    {
        (int space, byte[] bare) = ExtattrNamespace.Split(name);
        ExtattrSetFd.Invoke(kernel, file, space, bare, value);
    }

    /// <inheritdoc/>
    public override void SetExtendedAttribute(KernelDescriptor directory, KernelText name, KernelText attribute, ReadOnlySpan<byte> value)
    {
        (int space, byte[] bare) = ExtattrNamespace.Split(attribute);
        using KernelDescriptor file = OpenForAttributes(directory, name) ?? throw new NativeException(
            KernelSystem.FreeBsd, ErrorCodes.ToErrno(KernelSystem.FreeBsd, ErrorCode.EOPNOTSUPP), "extattr_set_fd", name.ToString(),
            "only regular files and directories can be given any relative to a directory");
        ExtattrSetFd.Invoke(kernel, file, space, bare, value);
    }

    /// <inheritdoc/>
    public override byte[]? GetExtendedAttribute(KernelDescriptor file, KernelText name)
    {
        (int space, byte[] bare) = ExtattrNamespace.Split(name);
        return ExtattrGetFd.Invoke(kernel, file, space, bare);
    }

    /// <inheritdoc/>
    public override byte[]? GetExtendedAttribute(KernelDescriptor directory, KernelText name, KernelText attribute)
    {
        using KernelDescriptor? file = OpenForAttributes(directory, name);
        return file is null ? null : GetExtendedAttribute(file, attribute);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> ListExtendedAttributes(KernelDescriptor directory, KernelText name)
    {
        using KernelDescriptor? file = OpenForAttributes(directory, name);
        return file is null ? [] : ListExtendedAttributes(file);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> ListExtendedAttributes(KernelDescriptor file) =>
        [.. List(file, ExtattrNamespace.User, "user."u8.ToArray()), .. List(file, ExtattrNamespace.System, "system."u8.ToArray())];

    /// <inheritdoc/>
    public override void SetFlags(KernelDescriptor directory, KernelText name, uint flags) =>
        Chflagsat.Invoke(kernel, directory, name, flags);

    /// <inheritdoc/>
    public override FileSystemStatus GetFileSystem(KernelDescriptor file) => Fstatfs.Invoke(kernel, file).ToFileSystemStatus();

    /// <inheritdoc/>
    /// <remarks>
    /// FreeBSD has no call for one file system: the file itself is written by fsync(2), the rest is begun by sync(2), which waits on ZFS only.
    /// </remarks>
    public override void Synchronize(KernelDescriptor file)
    {
        Fsync.Invoke(kernel, file);
        Sync.Invoke(kernel);
    }

    // Attributes of the kernel's own namespace are hidden from a jail, and a file system may have none at all.
    private IEnumerable<byte[]> List(KernelDescriptor file, int space, byte[] prefix)
    {
        try
        {
            return ExtattrListFd.Invoke(kernel, file, space).Select(name => (byte[])[.. prefix, .. name]);
        }
        catch (NativeException error) when (error.Code is ErrorCode.EOPNOTSUPP or ErrorCode.EPERM)
        {
            return [];
        }
    }

    private KernelDescriptor? OpenForAttributes(KernelDescriptor directory, KernelText name) =>
        GetStatus(directory, name) is { Type: FileType.Regular or FileType.Directory }
            ? Openat.Invoke(kernel, directory, name, OpenFlags.ReadOnly | OpenFlags.NonBlocking | OpenFlags.NoFollow)
            : null;

    private static OpenFlags ToFreeBsd(FileOpenFlags flags)
    {
        OpenFlags result = (OpenFlags)((int)flags & 3) | OpenFlags.NoControllingTerminal;
        result |= flags.HasFlag(FileOpenFlags.Create) ? OpenFlags.Create : 0;
        result |= flags.HasFlag(FileOpenFlags.Exclusive) ? OpenFlags.Exclusive : 0;
        result |= flags.HasFlag(FileOpenFlags.Truncate) ? OpenFlags.Truncate : 0;
        result |= flags.HasFlag(FileOpenFlags.Directory) ? OpenFlags.Directory : 0;
        result |= flags.HasFlag(FileOpenFlags.NoFollow) ? OpenFlags.NoFollow : 0;
        result |= flags.HasFlag(FileOpenFlags.NonBlocking) ? OpenFlags.NonBlocking : 0;
        result |= flags.HasFlag(FileOpenFlags.Append) ? OpenFlags.Append : 0;
        return flags.HasFlag(FileOpenFlags.PathOnly)
            ? (result & (OpenFlags.Directory | OpenFlags.NoFollow)) | OpenFlags.Path
            : result;
    }
}
