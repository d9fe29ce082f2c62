using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Files;

/// <summary>An open file or directory of the tree.</summary>
internal class NodeFile : OpenFile
{
    private readonly Node _node;
    private long _position;
    private IReadOnlyList<DirectoryEntry> _entries = [];

    public NodeFile(Node node, OpenFlags flags)
        : base(flags)
    {
        _node = node;
        node.Mount.OpenFiles.Add(this);
        node.Opened(isOpen: true);
    }

    /// <summary>Whether the file system was unmounted by force.</summary>
    public bool IsRevoked { get; set; }

    public override Node Node => IsRevoked ? throw new KernelError(ErrorCode.EBADF) : _node;

    public override int Kind => 1;

    public override long ReadableBytes => Math.Max(0, _node.Size - _position);

    public override long WritableBytes => 1;

    public override int Read(CallContext call, Span<byte> bytes, long? offset)
    {
        RequireAlive(call);
        KernelError.Unless(!Node.IsDirectory, ErrorCode.EISDIR);
        int count = Node.ReadAt(offset ?? _position, bytes);
        _position += offset is null ? count : 0;
        return count;
    }

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset)
    {
        RequireAlive(call);
        if (Flags.HasFlag(OpenFlags.Append))
        {
            Node.Refresh();
            offset ??= _position = Node.Size;
        }

        int count = Node.WriteAt(offset ?? _position, bytes);
        _position = offset is null || Flags.HasFlag(OpenFlags.Append) ? (offset ?? _position) + count : _position;
        return count;
    }

    public override void Truncate(CallContext call, long length)
    {
        KernelError.Unless(length >= 0 && Node.Type == FileType.Regular, ErrorCode.EINVAL);
        Node.SetLength(length);
    }

    public override long Seek(long offset, int whence)
    {
        Node.Refresh();
        long target = whence switch
        {
            0 => offset,
            1 => _position + offset,
            2 => Node.Size + offset,
            _ => throw new KernelError(ErrorCode.EINVAL),
        };
        KernelError.Unless(target >= 0, ErrorCode.EINVAL);
        return _position = target;
    }

    /// <summary>Reads entries of a directory from where the last call ended.</summary>
    /// <param name="to">Room.</param>
    /// <param name="start">Where the reading began, for the call's last argument.</param>
    /// <returns>Bytes written; 0 at the end.</returns>
    public int ReadEntries(Span<byte> to, out long start)
    {
        KernelError.Unless(Node.IsDirectory, ErrorCode.EINVAL);
        start = _position;
        if (_position == 0)
        {
            DirectoryEntry[] dots =
            [
                new DirectoryEntry(".", FileType.Directory, Node.Attributes.Inode),
                new DirectoryEntry("..", FileType.Directory, PathLookup.ParentOf(Node).Attributes.Inode),
            ];
            _entries = [.. Node.ListsDots ? dots : [], .. Node.List()];
        }

        int length = 0;
        while (_position < _entries.Count && EntryWriter.TryWrite(to[length..], _entries[(int)_position], _position + 1) is > 0 and int size)
        {
            length += size;
            _position++;
        }

        KernelError.Unless(length > 0 || _position >= _entries.Count, ErrorCode.EINVAL);
        return length;
    }

    public override StatRecord Stat() => Node.Stat();

    private void RequireAlive(CallContext call) => KernelError.Unless(!IsRevoked, call.Is15 ? ErrorCode.ENXIO : ErrorCode.EIO);

    protected override void Close()
    {
        _node.Mount.OpenFiles.Remove(this);
        _node.Lock.Release(this);
        _node.Opened(isOpen: false);
    }
}
