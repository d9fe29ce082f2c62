using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Simulation.Files.Memory;

/// <summary>A file of a file system in memory.</summary>
internal sealed class MemoryNode : Node
{
    private readonly MemoryFileSystem _fileSystem;
    private readonly Dictionary<string, Node> _entries = [];
    private readonly Dictionary<(int Space, string Name), byte[]> _extended = [];
    private readonly string _linkText;
    private byte[] _content = [];
    private int _length;

    public MemoryNode(MemoryFileSystem fileSystem, NewNode what)
        : base(fileSystem)
    {
        _fileSystem = fileSystem;
        _linkText = what.LinkText;
        Type = what.Type;
        FileTime now = FileTime.From(DateTimeOffset.UtcNow);
        Attributes = new NodeAttributes
        {
            Inode = fileSystem.NextInode(),
            Mode = what.Mode,
            Owner = what.Owner,
            Group = what.Group,
            Device = what.Device,
            LinkCount = what.Type == FileType.Directory ? 2u : 1u,
            Accessed = now,
            Modified = now,
            Changed = now,
        };
    }

    public override FileType Type { get; }

    public override NodeAttributes Attributes { get; }

    public override long Size => Type == FileType.SymbolicLink ? _linkText.Length : _length;

    public override IDictionary<(int Space, string Name), byte[]>? ExtendedAttributes => _fileSystem.HasExtendedAttributes ? _extended : null;

    public override Node? Lookup(string name) => IsDirectory ? _entries.GetValueOrDefault(name) : base.Lookup(name);

    public override IReadOnlyList<DirectoryEntry> List() => IsDirectory
        ? [.. _entries.Select(static entry => new DirectoryEntry(entry.Key, entry.Value.Type, entry.Value.Attributes.Inode))]
        : base.List();

    public override Node Create(string name, NewNode what)
    {
        var node = new MemoryNode(_fileSystem, what);
        Insert(name, node);
        return node;
    }

    public override void Link(string name, Node node)
    {
        Insert(name, node);
        node.Attributes.LinkCount++;
    }

    public override void Remove(string name, Node node)
    {
        KernelError.Unless(!node.IsDirectory || ((MemoryNode)node)._entries.Count == 0, ErrorCode.ENOTEMPTY);
        Take(name, node);
        node.Attributes.LinkCount -= node.IsDirectory ? 2u : 1u;
        if (node.Attributes.LinkCount == 0 && node is MemoryNode { Type: FileType.Regular } file)
        {
            _fileSystem.Use(-file._content.Length);
        }
    }

    public override void Rename(string name, Node node, Node toDirectory, string toName, Node? replaced)
    {
        var target = (MemoryNode)toDirectory;
        if (replaced is not null)
        {
            target.Remove(toName, replaced);
        }

        Take(name, node);
        target.Insert(toName, node);
    }

    public override string ReadLink() => Type == FileType.SymbolicLink ? _linkText : base.ReadLink();

    public override int ReadAt(long offset, Span<byte> bytes)
    {
        int count = (int)Math.Clamp(_length - offset, 0, bytes.Length);
        _content.AsSpan((int)Math.Min(offset, _length), count).CopyTo(bytes);
        return count;
    }

    public override int WriteAt(long offset, ReadOnlySpan<byte> bytes)
    {
        if (offset + bytes.Length > _length)
        {
            SetLength(offset + bytes.Length);
        }

        bytes.CopyTo(_content.AsSpan((int)offset));
        Attributes.Touch();
        return bytes.Length;
    }

    public override void SetLength(long length)
    {
        KernelError.Unless(length <= Array.MaxLength, ErrorCode.EFBIG);
        if (length > _content.Length)
        {
            int size = (int)Math.Max(length, Math.Min(_content.Length * 2L, Array.MaxLength));
            _fileSystem.Use(size - _content.Length);
            Array.Resize(ref _content, size);
        }

        _content.AsSpan((int)Math.Min(length, _length), (int)Math.Max(0, _length - length)).Clear();
        _length = (int)length;
        Attributes.Touch();
    }

    private void Insert(string name, Node node)
    {
        _entries.Add(name, node);
        node.Parent = this;
        node.Name = name;
        Attributes.LinkCount += node.IsDirectory ? 1u : 0;
        Attributes.Touch();
    }

    private void Take(string name, Node node)
    {
        _entries.Remove(name);
        Attributes.LinkCount -= node.IsDirectory ? 1u : 0;
        Attributes.Touch();
    }
}
