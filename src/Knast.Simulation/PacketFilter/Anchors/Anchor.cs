using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.Anchors;

/// <summary>A place for rules that others call by its path; the main ruleset is one without a path (struct pf_kanchor).</summary>
/// <param name="parent">The anchor that it is below; null for the main ruleset.</param>
/// <param name="name">Its name.</param>
/// <param name="unlinked">Where rules go that its lists have no more.</param>
internal sealed class Anchor(Anchor? parent, string name, UnlinkedRules unlinked)
{
    private const int ListCount = 5;

    private readonly RuleList[] _lists = [.. Enumerable.Range(0, ListCount).Select(_ => new RuleList(unlinked))];

    public Anchor? Parent { get; } = parent;

    public string Name { get; } = name;

    /// <summary>The path, without a slash at its beginning.</summary>
    public string Path { get; } = parent is null || parent.Path.Length == 0 ? name : $"{parent.Path}/{name}";

    public bool IsMain => Parent is null;

    /// <summary>The anchors below it, by name.</summary>
    public SortedDictionary<string, Anchor> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>How many rules call it.</summary>
    public int Callers { get; set; }

    /// <summary>How many tables it has.</summary>
    public int Tables { get; set; }

    /// <summary>The number of its last transaction of tables.</summary>
    public uint TableTicket { get; set; }

    public bool AreTablesOpen { get; set; }

    /// <summary>Whether nothing is left that keeps it.</summary>
    public bool IsEmpty =>
        Children.Count == 0 && Callers == 0 && Tables == 0 && !AreTablesOpen && Array.TrueForAll(_lists, static list => list.IsEmpty);

    /// <summary>One of its lists, or null for a number that is none's.</summary>
    public RuleList? List(int number) => number is >= 0 and < ListCount ? _lists[number] : null;

    public RuleList List(PacketFilterRulesetType type) => _lists[(int)type];
}
