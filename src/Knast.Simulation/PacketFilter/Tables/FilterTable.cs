using System.Net;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Anchors;

namespace Knast.Simulation.PacketFilter.Tables;

/// <summary>A table of networks (struct pfr_ktable).</summary>
internal sealed class FilterTable(Anchor anchor, string name)
{
    private readonly Dictionary<TableEntry, bool> _entries = [];
    private Func<IReadOnlyDictionary<TableEntry, bool>>? _source;

    public Anchor Anchor { get; } = anchor;

    public string Name { get; } = name;

    public PacketFilterTableFlags Flags { get; set; }

    /// <summary>The table of the same name in the main ruleset, which a rule's table falls back on.</summary>
    public FilterTable? Root { get; set; }

    /// <summary>How many rules name it.</summary>
    public int Rules { get; set; }

    /// <summary>How many tables of anchors fall back on it.</summary>
    public int Dependants { get; set; }

    public bool IsActive => Flags.HasFlag(PacketFilterTableFlags.Active);

    /// <summary>The networks, and whether each is negated.</summary>
    public IReadOnlyDictionary<TableEntry, bool> Entries => _source?.Invoke() ?? _entries;

    /// <summary>The table that a rule which names this one asks.</summary>
    public FilterTable Acting => IsActive || Root is null ? this : Root;

    /// <summary>The networks in the order in which they are read.</summary>
    public IEnumerable<KeyValuePair<TableEntry, bool>> InOrder => Entries
        .OrderBy(static entry => entry.Key.Address.GetAddressBytes().Length)
        .ThenBy(static entry => Convert.ToHexString(entry.Key.Address.GetAddressBytes()), StringComparer.Ordinal)
        .ThenByDescending(static entry => entry.Key.PrefixLength);

    public bool Add(TableEntry entry, bool isNegated) => _entries.TryAdd(entry, isNegated);

    public void Set(TableEntry entry, bool isNegated) => _entries[entry] = isNegated;

    public bool Remove(TableEntry entry, bool isNegated) =>
        _entries.TryGetValue(entry, out bool present) && present == isNegated && _entries.Remove(entry);

    public void Clear() => _entries.Clear();

    /// <summary>From now on it holds what something else has, such as an interface.</summary>
    public void Follow(Func<IReadOnlyDictionary<TableEntry, bool>> source) => _source = source;

    /// <summary>Whether an address is in it: the narrowest network decides.</summary>
    public bool Matches(IPAddress address)
    {
        KeyValuePair<TableEntry, bool>? narrowest = Acting.Entries
            .Where(entry => entry.Key.Covers(address))
            .Select(static entry => (KeyValuePair<TableEntry, bool>?)entry)
            .MaxBy(static entry => entry!.Value.Key.PrefixLength);
        return Acting.IsActive && narrowest is { Value: false };
    }
}
