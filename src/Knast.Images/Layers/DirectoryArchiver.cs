using Knast.Images.Archives;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Writes a tree as a tar file: names in the order of their bytes, so that the same tree gives the same bytes.</summary>
internal sealed class DirectoryArchiver
{
    private readonly FileCalls _files;
    private readonly KernelDescriptor _root;
    private readonly TarArchiveWriter _archive;
    private readonly Dictionary<(DeviceNumber, ulong), byte[]> _links = [];
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(256 * 1024);

    private DirectoryArchiver(FileCalls files, KernelDescriptor root, Stream stream)
    {
        _files = files;
        _root = root;
        _archive = new TarArchiveWriter(stream);
    }

    /// <summary>Writes a tree.</summary>
    /// <param name="files">The calls.</param>
    /// <param name="root">The tree.</param>
    /// <param name="stream">Where the archive goes.</param>
    /// <param name="report">Told of bytes of files that are done.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static void Write(FileCalls files, KernelDescriptor root, Stream stream, Action<long>? report, CancellationToken cancellation) =>
        new DirectoryArchiver(files, root, stream).Run(report, cancellation);

    private void Run(Action<long>? report, CancellationToken cancellation)
    {
        long done = 0;
        WriteFile("./"u8.ToArray(), "."u8.ToArray(), _files.GetStatus(_root));
        foreach ((byte[] path, FileStatus status) in TreeWalk.Enumerate(_files, _root))
        {
            cancellation.ThrowIfCancellationRequested();

            // A socket is nothing without the process behind it, and tar has no type for it.
            if (status.Type != FileType.Socket)
            {
                WriteFile(status.IsDirectory ? [.. path, (byte)'/'] : path, path, status);
                done += status.Type == FileType.Regular ? status.Size : 0;
                report?.Invoke(done);
            }
        }

        _archive.End();
    }

    private void WriteFile(byte[] name, byte[] path, FileStatus status)
    {
        if (status is { IsDirectory: false, LinkCount: > 1 } && !_links.TryAdd((status.FileSystem, status.Inode), path))
        {
            _archive.WriteEntry(Describe(name, path, status) with
            {
                Type = TarEntryType.HardLink,
                LinkName = _links[(status.FileSystem, status.Inode)],
                Attributes = [],
                DataLength = 0,
            });
            return;
        }

        TarEntry entry = Describe(name, path, status);
        _archive.WriteEntry(entry);
        if (status.Type == FileType.Regular)
        {
            WriteData(path, entry);
        }
    }

    // A file that grows or shrinks meanwhile must not make the archive wrong: as many bytes are written as were announced.
    private void WriteData(byte[] path, TarEntry entry)
    {
        using KernelDescriptor file = _files.OpenInRoot(_root, path, FileOpenFlags.ReadOnly | FileOpenFlags.NoLinks | FileOpenFlags.NonBlocking);
        for (long rest = entry.DataLength; rest > 0;)
        {
            Span<byte> piece = _buffer.AsSpan(0, (int)Math.Min(rest, _buffer.Length));
            int read = _files.Read(file, piece);
            if (read == 0)
            {
                piece.Clear();
                read = piece.Length;
            }

            _archive.Stream.Write(piece[..read]);
            rest -= read;
        }

        _archive.EndData(entry.DataLength);
    }

    private TarEntry Describe(byte[] name, byte[] path, FileStatus status) => new()
    {
        Type = TypeOf(status.Type),
        Name = name,
        LinkName = status.Type == FileType.SymbolicLink ? _files.ReadSymbolicLink(_root, path) : [],
        Mode = status.Mode,
        Owner = status.Owner,
        Group = status.Group,
        DataLength = status.Type == FileType.Regular ? status.Size : 0,
        Modified = status.Modified,
        Device = status.Type is FileType.CharacterDevice or FileType.BlockDevice ? status.Device : default,
        Attributes = AttributesOf(path),
    };

    private List<ExtendedAttribute> AttributesOf(byte[] path)
    {
        var attributes = new List<ExtendedAttribute>();
        foreach (byte[] name in _files.ListExtendedAttributes(_root, path).OrderBy(name => name, Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right))))
        {
            // Those of SELinux and of overlayfs belong to this machine.
            bool isLocal = name.AsSpan().StartsWith("trusted.overlay."u8) || name.AsSpan().SequenceEqual("security.selinux"u8);
            if (!isLocal && _files.GetExtendedAttribute(_root, path, name) is { } value)
            {
                attributes.Add(new ExtendedAttribute(name, value));
            }
        }

        return attributes;
    }

    private static TarEntryType TypeOf(FileType type) => type switch
    {
        FileType.Directory => TarEntryType.Directory,
        FileType.SymbolicLink => TarEntryType.SymbolicLink,
        FileType.CharacterDevice => TarEntryType.CharacterDevice,
        FileType.BlockDevice => TarEntryType.BlockDevice,
        FileType.Fifo => TarEntryType.Fifo,
        _ => TarEntryType.Regular,
    };
}
