using Knast.Native.FreeBsd.PacketFilter;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>Which list rules of an action are in (pf_get_ruleset_number).</summary>
internal static class RulesetNumber
{
    /// <summary>The number of the list, or -1 for what is no action of a rule.</summary>
    public static int Of(ulong action) => action switch
    {
        (ulong)PacketFilterAction.Scrub or (ulong)PacketFilterAction.NoScrub => (int)PacketFilterRulesetType.Scrub,
        (ulong)PacketFilterAction.Pass or (ulong)PacketFilterAction.Drop or (ulong)PacketFilterAction.Match => (int)PacketFilterRulesetType.Filter,
        (ulong)PacketFilterAction.Nat or (ulong)PacketFilterAction.NoNat => (int)PacketFilterRulesetType.Nat,
        (ulong)PacketFilterAction.Binat or (ulong)PacketFilterAction.NoBinat => (int)PacketFilterRulesetType.Binat,
        (ulong)PacketFilterAction.Rdr or (ulong)PacketFilterAction.NoRdr => (int)PacketFilterRulesetType.Rdr,
        _ => -1,
    };
}
