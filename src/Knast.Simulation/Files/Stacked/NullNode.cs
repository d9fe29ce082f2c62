using Knast.Native.Files;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Pipes;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Files.Stacked;

/// <summary>A file that shows another one.</summary>
internal sealed class NullNode(NullFileSystem fileSystem, Node lower) : Node(fileSystem)
{
    /// <summary>The file that it shows.</summary>
    public Node Lower { get; } = lower;

    public override FileType Type => Lower.Type;

    public override NodeAttributes Attributes => Lower.Attributes;

    public override long Size => Lower.Size;

    public override bool IsReadOnly => Mount.IsReadOnly || Lower.IsReadOnly;

    public override FifoChannel Fifo => Lower.Fifo;

    public override UnixSocket? Socket
    {
        get => Lower.Socket;
        set => Lower.Socket = value;
    }

    public override AdvisoryLock Lock => Lower.Lock;

    public override IDictionary<(int Space, string Name), byte[]>? ExtendedAttributes => Lower.ExtendedAttributes;

    public override Node? Lookup(string name) => Lower.Lookup(name) is { } found ? Named(found, name) : null;

    public override IReadOnlyList<DirectoryEntry> List() => Lower.List();

    public override Node Create(string name, NewNode what) => Named(Lower.Create(name, what), name);

    public override void Link(string name, Node node) => Lower.Link(name, ((NullNode)node).Lower);

    public override void Remove(string name, Node node) => Lower.Remove(name, ((NullNode)node).Lower);

    public override void Rename(string name, Node node, Node toDirectory, string toName, Node? replaced)
    {
        Lower.Rename(name, ((NullNode)node).Lower, ((NullNode)toDirectory).Lower, toName, (replaced as NullNode)?.Lower);
        ((NullNode)toDirectory).Named(((NullNode)node).Lower, toName);
    }

    public override string ReadLink() => Lower.ReadLink();

    public override int ReadAt(long offset, Span<byte> bytes) => Lower.ReadAt(offset, bytes);

    public override int WriteAt(long offset, ReadOnlySpan<byte> bytes) => Lower.WriteAt(offset, bytes);

    public override void SetLength(long length) => Lower.SetLength(length);

    public override void SetMode(uint mode) => Lower.SetMode(mode);

    public override void SetOwner(uint owner, uint group) => Lower.SetOwner(owner, group);

    public override void SetFlags(uint flags) => Lower.SetFlags(flags);

    public override void SetTimes(FileTime accessed, FileTime modified) => Lower.SetTimes(accessed, modified);

    public override void Refresh() => Lower.Refresh();

    public override OpenFile Open(CallContext call, OpenFlags flags) =>
        Lower.Type is FileType.CharacterDevice or FileType.BlockDevice ? Lower.Open(call, flags) : base.Open(call, flags);

    public override void Opened(bool isOpen) => Lower.Opened(isOpen);

    private NullNode Named(Node found, string name)
    {
        NullNode node = fileSystem.Over(found);
        node.Parent = this;
        node.Name = name;
        return node;
    }
}
