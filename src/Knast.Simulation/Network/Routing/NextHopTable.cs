namespace Knast.Simulation.Network.Routing;

/// <summary>The next hops of a table, numbered from 1; a number that is free again is given again.</summary>
internal sealed class NextHopTable
{
    private readonly List<(NextHop Hop, int Users)?> _slots = [null];

    /// <summary>Takes a next hop, or the one that says the same.</summary>
    public NextHop Take(NextHop wanted)
    {
        int index = _slots.FindIndex(slot => slot?.Hop == wanted);
        if (index >= 0)
        {
            (NextHop hop, int users) = _slots[index]!.Value;
            _slots[index] = (hop, users + 1);
            return hop;
        }

        index = _slots.FindIndex(1, static slot => slot is null);
        if (index < 0)
        {
            _slots.Add((wanted, 1));
        }
        else
        {
            _slots[index] = (wanted, 1);
        }

        return wanted;
    }

    /// <summary>Gives one back.</summary>
    public void Release(NextHop hop)
    {
        int index = NumberOf(hop);
        int users = _slots[index]!.Value.Users - 1;
        _slots[index] = users == 0 ? null : (hop, users);
    }

    /// <summary>The number of one.</summary>
    public int NumberOf(NextHop hop) => _slots.FindIndex(slot => slot?.Hop == hop);
}
