namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>The addresses that wait for the rule whose pool they become. A vnet has one such buffer.</summary>
internal sealed class PoolBuffer
{
    private List<PoolEntry> _entries = [];

    /// <summary>The number of the last beginning.</summary>
    public uint Ticket { get; private set; }

    public IReadOnlyList<PoolEntry> Entries => _entries;

    /// <summary>Forgets what waits.</summary>
    public uint Begin()
    {
        Take().ForEach(static entry => entry.Address.Release());
        return ++Ticket;
    }

    public void Add(PoolEntry entry) => _entries.Add(entry);

    /// <summary>Takes out what waits.</summary>
    public List<PoolEntry> Take()
    {
        List<PoolEntry> taken = _entries;
        _entries = [];
        return taken;
    }
}
