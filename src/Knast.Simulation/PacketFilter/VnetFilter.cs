using Knast.Simulation.Network;
using Knast.Simulation.PacketFilter.Anchors;
using Knast.Simulation.PacketFilter.Rules;
using Knast.Simulation.PacketFilter.States;
using Knast.Simulation.PacketFilter.Tables;

namespace Knast.Simulation.PacketFilter;

/// <summary>The packet filter of a vnet: rules in anchors, tables, states, and the switch (netpfil/pf).</summary>
internal sealed class VnetFilter
{
    public VnetFilter(Vnet vnet)
    {
        Vnet = vnet;
        Anchors = new AnchorTree(Is15, Unlinked);
        Tables = new FilterTables(Anchors);
        Status = new FilterStatus(Is15 ? DateTimeOffset.UtcNow : DateTimeOffset.UnixEpoch);
    }

    public Vnet Vnet { get; }

    public bool Is15 => Vnet.Machine.Is15;

    public AnchorTree Anchors { get; }

    /// <summary>Rules that wait to be swept up.</summary>
    public UnlinkedRules Unlinked { get; } = new();

    public FilterTables Tables { get; }

    /// <summary>The addresses that wait for a rule.</summary>
    public PoolBuffer Pool { get; } = new();

    public StateTable States { get; } = new(DateTimeOffset.UtcNow.ToUnixTimeSeconds());

    public FilterStatus Status { get; }
}
