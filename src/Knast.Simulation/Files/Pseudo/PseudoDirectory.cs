using Knast.Native.Files;

namespace Knast.Simulation.Files.Pseudo;

/// <summary>A directory with entries that are fixed and others that come and go.</summary>
internal class PseudoDirectory(FileSystem fileSystem) : PseudoNode(fileSystem, FileType.Directory, 0x16D)
{
    private readonly Dictionary<string, Node> _entries = [];

    /// <summary>Finds an entry that comes and goes.</summary>
    public Func<string, Node?>? FindMore { get; init; }

    /// <summary>Names of entries that come and go.</summary>
    public Func<IEnumerable<string>>? ListMore { get; init; }

    /// <summary>Adds an entry.</summary>
    public PseudoDirectory Add(string name, Node node)
    {
        node.Parent = this;
        node.Name = name;
        _entries.Add(name, node);
        return this;
    }

    /// <summary>Adds a file that says what a function gives.</summary>
    public PseudoDirectory Add(string name, Func<string> content) => Add(name, new PseudoFile(FileSystem, content));

    public override Node? Lookup(string name)
    {
        if (_entries.TryGetValue(name, out Node? entry))
        {
            return entry;
        }

        if (FindMore?.Invoke(name) is not { } found)
        {
            return null;
        }

        found.Parent = this;
        found.Name = name;
        return found;
    }

    public override IReadOnlyList<DirectoryEntry> List() =>
    [
        .. _entries.Concat((ListMore?.Invoke() ?? []).Select(name => KeyValuePair.Create(name, Lookup(name)!)))
            .Select(static entry => new DirectoryEntry(entry.Key, entry.Value.Type, entry.Value.Attributes.Inode)),
    ];
}
