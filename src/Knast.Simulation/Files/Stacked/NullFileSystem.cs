namespace Knast.Simulation.Files.Stacked;

/// <summary>A part of the tree in another place (nullfs(5)).</summary>
internal sealed class NullFileSystem : FileSystem
{
    private readonly Dictionary<Node, NullNode> _nodes = [];
    private readonly Node _lower;

    public NullFileSystem(Node lower)
    {
        _lower = lower;
        Root = Over(lower);
    }

    public override string TypeName => "nullfs";

    public override Node Root { get; }

    public override long TotalBytes => _lower.FileSystem.TotalBytes;

    public override long FreeBytes => _lower.FileSystem.FreeBytes;

    public override IEnumerable<Node> LowerRoots => [_lower];

    /// <summary>The file that shows another.</summary>
    public NullNode Over(Node lower)
    {
        if (!_nodes.TryGetValue(lower, out NullNode? node))
        {
            node = new NullNode(this, lower);
            _nodes.Add(lower, node);
        }

        return node;
    }
}
