namespace Knast.Simulation.Files.Stacked;

/// <summary>Two directories as one: changes go to the upper one (unionfs(4)).</summary>
internal sealed class UnionFileSystem : FileSystem
{
    private readonly Dictionary<(Node?, Node?), UnionNode> _nodes = [];
    private readonly Node _upper;
    private readonly Node _lower;

    public UnionFileSystem(Node upper, Node lower)
    {
        _upper = upper;
        _lower = lower;
        Root = Over(upper, lower);
    }

    public override string TypeName => "unionfs";

    public override Node Root { get; }

    public override IEnumerable<Node> LowerRoots => [_upper, _lower];

    /// <summary>The file that shows one or two.</summary>
    public UnionNode Over(Node? upper, Node? lower)
    {
        if (!_nodes.TryGetValue((upper, lower), out UnionNode? node))
        {
            node = new UnionNode(this, upper, lower);
            _nodes.Add((upper, lower), node);
        }

        return node;
    }
}
