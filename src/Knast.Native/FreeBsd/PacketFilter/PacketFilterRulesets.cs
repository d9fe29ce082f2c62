namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Which actions belong in which list.</summary>
internal static class PacketFilterRulesets
{
    /// <summary>The list that rules of an action belong in.</summary>
    public static PacketFilterRulesetType Of(PacketFilterAction action) => action switch
    {
        PacketFilterAction.Scrub or PacketFilterAction.NoScrub => PacketFilterRulesetType.Scrub,
        PacketFilterAction.Nat or PacketFilterAction.NoNat => PacketFilterRulesetType.Nat,
        PacketFilterAction.Binat or PacketFilterAction.NoBinat => PacketFilterRulesetType.Binat,
        PacketFilterAction.Rdr or PacketFilterAction.NoRdr => PacketFilterRulesetType.Rdr,
        _ => PacketFilterRulesetType.Filter,
    };

    /// <summary>The action by which the kernel is asked for a list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no list of rules.</exception>
    public static PacketFilterAction ActionOf(PacketFilterRulesetType ruleset) => ruleset switch
    {
        PacketFilterRulesetType.Scrub => PacketFilterAction.Scrub,
        PacketFilterRulesetType.Filter => PacketFilterAction.Pass,
        PacketFilterRulesetType.Nat => PacketFilterAction.Nat,
        PacketFilterRulesetType.Binat => PacketFilterAction.Binat,
        PacketFilterRulesetType.Rdr => PacketFilterAction.Rdr,
        _ => throw new ArgumentOutOfRangeException(nameof(ruleset), $"{ruleset} is no list of rules."),
    };
}
