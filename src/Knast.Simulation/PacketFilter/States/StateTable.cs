using System.Buffers.Binary;
using Knast.Simulation.PacketFilter.Matching;

namespace Knast.Simulation.PacketFilter.States;

/// <summary>The states of a vnet.</summary>
internal sealed class StateTable(long firstId)
{
    private readonly List<FilterState> _states = [];
    private long _nextId = firstId;

    /// <summary>Those that are not over, in the order in which they came.</summary>
    public IReadOnlyList<FilterState> Current
    {
        get
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            foreach (FilterState over in _states.Where(state => state.ExpiresAt <= now).ToArray())
            {
                Remove(over);
            }

            return _states;
        }
    }

    public ulong Searches { get; private set; }

    public ulong Inserts { get; private set; }

    public ulong Removals { get; private set; }

    /// <summary>Finds that of a packet, whichever way it goes.</summary>
    public FilterState? Find(FilterPacket packet)
    {
        Searches++;
        return Current.FirstOrDefault(state => state.Protocol == packet.Protocol && state.Key == packet.Key
            && (state.Interface == "all" || state.Interface == packet.Interface.Name));
    }

    public void Add(FilterState state)
    {
        // The kernel keeps the number in network byte order.
        state.Id = BinaryPrimitives.ReverseEndianness((ulong)_nextId++);
        _states.Add(state);
        Inserts++;
        foreach (Rules.RuleCounters counters in Counters(state))
        {
            counters.States++;
            counters.StatesEver++;
        }
    }

    public void Remove(FilterState state)
    {
        _states.Remove(state);
        Removals++;
        foreach (Rules.RuleCounters counters in Counters(state))
        {
            counters.States--;
        }
    }

    private static IEnumerable<Rules.RuleCounters> Counters(FilterState state) =>
        new[] { state.Rule, state.Caller }.OfType<Rules.FilterRule>().Select(static rule => rule.Counters);
}
