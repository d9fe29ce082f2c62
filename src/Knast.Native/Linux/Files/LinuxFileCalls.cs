using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>File calls of Linux 5.15 and newer.</summary>
internal sealed class LinuxFileCalls(IKernel kernel) : FileCalls
{
    private const uint PermissionBits = 0xFFF;
    private const int FormatBits = 0xF000;

    /// <inheritdoc/>
    public override int LongestPath => 4095;

    /// <inheritdoc/>
    public override bool HasFileFlags => false;

    /// <inheritdoc/>
    public override IKernel Kernel => kernel;

    /// <inheritdoc/>
    public override KernelDescriptor OpenHostDirectory(KernelText path) =>
        Openat.Invoke(kernel, Openat.CurrentDirectory, path, OpenFlags.ReadOnly | OpenFlags.Directory);

    /// <inheritdoc/>
    public override KernelDescriptor Open(KernelDescriptor directory, KernelText name, FileOpenFlags flags, uint mode = 0) =>
        Openat.Invoke(kernel, directory, name, ToLinux(flags), mode);

    /// <inheritdoc/>
    public override KernelDescriptor OpenInRoot(KernelDescriptor root, KernelText path, FileOpenFlags flags, uint mode = 0)
    {
        ResolveFlags resolve = ResolveFlags.InRoot | ResolveFlags.NoMagicLinks
            | (flags.HasFlag(FileOpenFlags.NoLinks) ? ResolveFlags.NoSymbolicLinks : ResolveFlags.None);
        return Openat2.Invoke(kernel, root, path, ToLinux(flags), resolve, mode);
    }

    /// <inheritdoc/>
    public override void MakeDirectory(KernelDescriptor directory, KernelText name, uint mode) =>
        Mkdirat.Invoke(kernel, directory, name, mode);

    /// <inheritdoc/>
    public override void MakeDevice(KernelDescriptor directory, KernelText name, FileType type, uint mode, DeviceNumber device) =>
        Mknodat.Invoke(kernel, directory, name, (uint)type | mode, Encode(device, name));

    /// <inheritdoc/>
    public override void MakeFifo(KernelDescriptor directory, KernelText name, uint mode) =>
        Mknodat.Invoke(kernel, directory, name, (uint)FileType.Fifo | mode, 0);

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
        Renameat2.Invoke(kernel, fromDirectory, fromName, toDirectory, toName, RenameFlags.None);

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
        Utimensat.Invoke(kernel, file, ToTimeSpec(accessed), ToTimeSpec(modified));

    /// <inheritdoc/>
    public override void SetTimes(KernelDescriptor directory, KernelText name, FileTime? accessed, FileTime modified) =>
        Utimensat.Invoke(kernel, directory, name, ToTimeSpec(accessed), ToTimeSpec(modified));

    /// <inheritdoc/>
    public override FileStatus GetStatus(KernelDescriptor file) => ToFileStatus(Statx.Invoke(kernel, file, ""u8));

    /// <inheritdoc/>
    public override FileStatus? GetStatus(KernelDescriptor directory, KernelText name) =>
        Statx.TryInvoke(kernel, directory, name) is { } status ? ToFileStatus(status) : null;

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
            int written = Pwrite64.Invoke(kernel, file, bytes, offset);
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
    public override DirectoryReader ReadDirectory(KernelDescriptor directory) => new LinuxDirectoryReader(kernel, directory);

    /// <inheritdoc/>
    public override byte[] ReadSymbolicLink(KernelDescriptor directory, KernelText name) => Readlinkat.Invoke(kernel, directory, name);

    /// <inheritdoc/>
    public override void SetExtendedAttribute(KernelDescriptor file, KernelText name, ReadOnlySpan<byte> value) =>
        Fsetxattr.Invoke(kernel, file, name, value);

    /// <inheritdoc/>
    public override void SetExtendedAttribute(KernelDescriptor directory, KernelText name, KernelText attribute, ReadOnlySpan<byte> value) =>
        Lsetxattr.Invoke(kernel, PathOf(directory, name), attribute, value);

    /// <inheritdoc/>
    public override byte[]? GetExtendedAttribute(KernelDescriptor file, KernelText name) => Fgetxattr.Invoke(kernel, file, name);

    /// <inheritdoc/>
    public override byte[]? GetExtendedAttribute(KernelDescriptor directory, KernelText name, KernelText attribute) =>
        Lgetxattr.Invoke(kernel, PathOf(directory, name), attribute);

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> ListExtendedAttributes(KernelDescriptor directory, KernelText name) =>
        Split(Llistxattr.Invoke(kernel, PathOf(directory, name)));

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> ListExtendedAttributes(KernelDescriptor file) => Split(Flistxattr.Invoke(kernel, file));

    /// <inheritdoc/>
    public override void SetFlags(KernelDescriptor directory, KernelText name, uint flags) =>
        throw new PlatformNotSupportedException(
            $"{name.ToString()}: file flags 0x{flags:x} cannot be set, since Linux has none of FreeBSD's; check HasFileFlags first.");

    /// <inheritdoc/>
    public override FileSystemStatus GetFileSystem(KernelDescriptor file)
    {
        StatfsStatus status = Fstatfs.Invoke(kernel, file);
        return new FileSystemStatus(
            status.Magic,
            status.Blocks * status.BlockSize,
            status.FreeBlocks * status.BlockSize,
            status.AvailableBlocks * status.BlockSize,
            status.LongestName);
    }

    /// <inheritdoc/>
    public override void Synchronize(KernelDescriptor file) => Syncfs.Invoke(kernel, file);

    // Linux has no call for attributes relative to a directory before 6.13; the link in /proc is followed, the name after it is not.
    private static byte[] PathOf(KernelDescriptor directory, KernelText name)
    {
        byte[] prefix = System.Text.Encoding.ASCII.GetBytes($"/proc/self/fd/{directory.Number}/");
        byte[] path = new byte[prefix.Length + name.ByteCount];
        prefix.CopyTo(path, 0);
        name.CopyTo(path.AsSpan(prefix.Length));
        return path;
    }

    private static List<byte[]> Split(ReadOnlySpan<byte> list)
    {
        var names = new List<byte[]>();
        while (list.IndexOf((byte)0) is > 0 and int length)
        {
            names.Add(list[..length].ToArray());
            list = list[(length + 1)..];
        }

        return names;
    }

    private static OpenFlags ToLinux(FileOpenFlags flags)
    {
        OpenFlags result = (OpenFlags)((int)flags & 3) | OpenFlags.NoControllingTerminal;
        result |= flags.HasFlag(FileOpenFlags.Create) ? OpenFlags.Create : 0;
        result |= flags.HasFlag(FileOpenFlags.Exclusive) ? OpenFlags.Exclusive : 0;
        result |= flags.HasFlag(FileOpenFlags.Truncate) ? OpenFlags.Truncate : 0;
        result |= flags.HasFlag(FileOpenFlags.Directory) ? OpenFlags.Directory : 0;
        result |= flags.HasFlag(FileOpenFlags.NoFollow) ? OpenFlags.NoFollow : 0;
        result |= flags.HasFlag(FileOpenFlags.NonBlocking) ? OpenFlags.NonBlocking : 0;
        result |= flags.HasFlag(FileOpenFlags.Append) ? OpenFlags.Append : 0;

        // openat2(2) refuses O_PATH beside anything but O_CLOEXEC, O_DIRECTORY and O_NOFOLLOW.
        return flags.HasFlag(FileOpenFlags.PathOnly)
            ? (result & (OpenFlags.Directory | OpenFlags.NoFollow)) | OpenFlags.Path
            : result;
    }

    private static TimeSpec ToTimeSpec(FileTime? time) =>
        time is { } known ? new TimeSpec(known.Seconds, known.Nanoseconds) : TimeSpec.Omit;

    private static FileTime ToFileTime(TimeSpec time) => new(time.Seconds, (int)time.Nanoseconds);

    // new_encode_dev in include/linux/kdev_t.h: 12 bits of major between the two parts of a 20 bit minor.
    private static ulong Encode(DeviceNumber device, KernelText name) => device is { Major: <= 0xFFF, Minor: <= 0xFFFFF }
        ? (device.Minor & 0xFF) | ((ulong)device.Major << 8) | ((ulong)(device.Minor & ~0xFFu) << 12)
        : throw new NativeException(
            KernelSystem.Linux, ErrorCodes.ToErrno(KernelSystem.Linux, ErrorCode.EINVAL), "mknodat", name.ToString(),
            $"device {device.Major}:{device.Minor} does not fit, a major number has 12 bits and a minor number 20");

    private static FileStatus ToFileStatus(StatxStatus status) => new(
        (FileType)((int)status.Mode & FormatBits),
        status.Mode & PermissionBits,
        status.Owner,
        status.Group,
        status.Size,
        status.Blocks * 512,
        status.LinkCount,
        status.Inode,
        new DeviceNumber(status.FileSystemMajor, status.FileSystemMinor),
        new DeviceNumber(status.DeviceMajor, status.DeviceMinor),
        ToFileTime(status.Accessed),
        ToFileTime(status.Modified));
}
