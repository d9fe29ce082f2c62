using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Simulation.Files.Stacked;

/// <summary>A file of the upper directory, of the lower one, or a directory of both.</summary>
internal sealed class UnionNode(UnionFileSystem fileSystem, Node? upper, Node? lower) : Node(fileSystem)
{
    private readonly HashSet<string> _whiteouts = [];
    private Node? _upper = upper;

    public override FileType Type => Shown.Type;

    public override NodeAttributes Attributes => Shown.Attributes;

    public override long Size => Shown.Size;

    private Node Shown => _upper ?? lower!;

    public override Node? Lookup(string name)
    {
        KernelError.Unless(IsDirectory, ErrorCode.ENOTDIR);
        Node? above = _upper?.Lookup(name);
        Node? below = lower is { IsDirectory: true } && !_whiteouts.Contains(name) ? lower.Lookup(name) : null;
        return above is null && below is null ? null
            : Named(fileSystem.Over(above, above is null || (above.IsDirectory && below is { IsDirectory: true }) ? below : null), name);
    }

    public override IReadOnlyList<DirectoryEntry> List()
    {
        KernelError.Unless(IsDirectory, ErrorCode.ENOTDIR);
        IReadOnlyList<DirectoryEntry> above = _upper?.List() ?? [];
        IReadOnlyList<DirectoryEntry> below = lower is { IsDirectory: true } ? lower.List() : [];
        return [.. above, .. below.Where(entry => !_whiteouts.Contains(entry.Name) && above.All(other => other.Name != entry.Name))];
    }

    public override Node Create(string name, NewNode what) => Named(fileSystem.Over(RequireUpper().Create(name, what), null), name);

    public override void Remove(string name, Node node)
    {
        var union = (UnionNode)node;
        KernelError.Unless(!node.IsDirectory || node.List().Count == 0, ErrorCode.ENOTEMPTY);
        if (union._upper is { } above)
        {
            RequireUpper().Remove(name, above);
        }

        if (lower is { IsDirectory: true } && lower.Lookup(name) is not null)
        {
            _whiteouts.Add(name);
        }
    }

    public override void Rename(string name, Node node, Node toDirectory, string toName, Node? replaced)
    {
        var union = (UnionNode)node;
        KernelError.Unless(union is { IsDirectory: false } || union._upper is not null, ErrorCode.EXDEV);
        RequireUpper().Rename(name, union.RequireUpper(), ((UnionNode)toDirectory).RequireUpper(), toName, (replaced as UnionNode)?._upper);
        if (lower is { IsDirectory: true } && lower.Lookup(name) is not null)
        {
            _whiteouts.Add(name);
        }
    }

    public override string ReadLink() => Shown.ReadLink();

    public override int ReadAt(long offset, Span<byte> bytes) => Shown.ReadAt(offset, bytes);

    public override int WriteAt(long offset, ReadOnlySpan<byte> bytes) => RequireUpper().WriteAt(offset, bytes);

    public override void SetLength(long length) => RequireUpper().SetLength(length);

    public override void SetMode(uint mode) => RequireUpper().SetMode(mode);

    public override void SetOwner(uint owner, uint group) => RequireUpper().SetOwner(owner, group);

    public override void SetTimes(FileTime accessed, FileTime modified) => RequireUpper().SetTimes(accessed, modified);

    public override void Refresh() => Shown.Refresh();

    public override void Opened(bool isOpen) => Shown.Opened(isOpen);

    // What is to be changed is copied up first.
    private Node RequireUpper()
    {
        if (_upper is null)
        {
            Node parent = ((UnionNode)Parent!).RequireUpper();
            NodeAttributes old = lower!.Attributes;
            _upper = parent.Create(Name, new NewNode(lower.Type, old.Mode, old.Owner, old.Group)
            {
                Device = old.Device,
                LinkText = lower.Type == FileType.SymbolicLink ? lower.ReadLink() : "",
            });
            CopyContent();
        }

        return _upper;
    }

    private void CopyContent()
    {
        byte[] buffer = new byte[65536];
        for (long offset = 0; lower!.Type == FileType.Regular && lower.ReadAt(offset, buffer) is > 0 and int count; offset += count)
        {
            _upper!.WriteAt(offset, buffer.AsSpan(0, count));
        }
    }

    private UnionNode Named(UnionNode node, string name)
    {
        node.Parent = this;
        node.Name = name;
        return node;
    }
}
