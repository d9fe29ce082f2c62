using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.Anchors;

/// <summary>One of an anchor's lists of rules: what counts, and what a transaction gathers.</summary>
/// <param name="unlinked">Where rules go that it has no more.</param>
internal sealed class RuleList(UnlinkedRules unlinked)
{
    /// <summary>What counts.</summary>
    public List<FilterRule> Active { get; private set; } = [];

    /// <summary>What a transaction gathers.</summary>
    public List<FilterRule> Inactive { get; private set; } = [];

    public uint ActiveTicket { get; private set; }

    public uint InactiveTicket { get; private set; }

    /// <summary>Whether a transaction is open.</summary>
    public bool IsOpen { get; private set; }

    public bool IsEmpty => Active.Count == 0 && Inactive.Count == 0 && !IsOpen;

    /// <summary>Opens a transaction; what an earlier one gathered is forgotten, and its ticket no longer good.</summary>
    public uint Begin()
    {
        Forget();
        IsOpen = true;
        return ++InactiveTicket;
    }

    /// <summary>Whether a ticket is that of the open transaction.</summary>
    public bool IsGood(uint ticket) => IsOpen && ticket == InactiveTicket;

    /// <summary>Gives a transaction up.</summary>
    public void Rollback()
    {
        Forget();
        IsOpen = false;
    }

    /// <summary>Makes what was gathered count.</summary>
    public void Commit()
    {
        List<FilterRule> former = Active;
        (Active, Inactive, ActiveTicket, IsOpen) = (Inactive, [], InactiveTicket, false);
        unlinked.Add(former);
    }

    private void Forget()
    {
        unlinked.Add(Inactive);
        Inactive.Clear();
    }
}
