using Knast.Native.FreeBsd.PacketFilter;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>Where a walk through a list goes on when a rule's condition fails: behind all rules with the same condition (pf_calc_skip_steps).</summary>
internal static class SkipSteps
{
    private const ulong End = uint.MaxValue;

    private static readonly FilterCondition[] s_order13 =
    [
        FilterCondition.Interface, FilterCondition.Direction, FilterCondition.Family, FilterCondition.Protocol,
        FilterCondition.SourceAddress, FilterCondition.SourcePort, FilterCondition.DestinationAddress, FilterCondition.DestinationPort,
    ];

    private static readonly FilterCondition[] s_order15 =
    [
        FilterCondition.Interface, FilterCondition.Direction, FilterCondition.Family, FilterCondition.Protocol,
        FilterCondition.SourceAddress, FilterCondition.DestinationAddress, FilterCondition.SourcePort, FilterCondition.DestinationPort,
    ];

    /// <summary>The numbers of the rules where walks go on.</summary>
    /// <param name="rules">The list.</param>
    /// <param name="index">The rule.</param>
    /// <param name="is15">Whether the release is 15, which has the addresses before the ports.</param>
    public static ulong[] Of(IReadOnlyList<FilterRule> rules, int index, bool is15) =>
    [
        .. (is15 ? s_order15 : s_order13).Select(condition => Next(rules, index, condition) is var next && next < rules.Count ? rules[next].Number : End),
    ];

    /// <summary>The place of the next rule with another condition; the length of the list where there is none.</summary>
    public static int Next(IReadOnlyList<FilterRule> rules, int index, FilterCondition condition)
    {
        int next = index + 1;
        while (condition != FilterCondition.Rest && next < rules.Count && IsSame(rules[next - 1], rules[next], condition))
        {
            next++;
        }

        return next;
    }

    private static bool IsSame(FilterRule one, FilterRule other, FilterCondition condition) => condition switch
    {
        FilterCondition.Interface => one.Interface == other.Interface && one.IsInterfaceNegated == other.IsInterfaceNegated,
        FilterCondition.Direction => one.Direction == other.Direction,
        FilterCondition.Family => one.Family == other.Family,
        FilterCondition.Protocol => one.Protocol == other.Protocol,
        FilterCondition.SourceAddress => IsSameAddress(one.Source, other.Source),
        FilterCondition.DestinationAddress => IsSameAddress(one.Destination, other.Destination),
        FilterCondition.SourcePort => IsSamePort(one.Source, other.Source),
        _ => IsSamePort(one.Destination, other.Destination),
    };

    private static bool IsSamePort(RuleEnd one, RuleEnd other) =>
        one.Operator == other.Operator && one.FirstPort == other.FirstPort && one.SecondPort == other.SecondPort;

    private static bool IsSameAddress(RuleEnd one, RuleEnd other)
    {
        ReadOnlySpan<byte> first = one.Address.Bytes;
        ReadOnlySpan<byte> second = other.Address.Bytes;
        return one.IsNegated == other.IsNegated && one.Address.Kind == other.Address.Kind && one.Address.Kind switch
        {
            PacketFilterAddressKind.NoRoute or PacketFilterAddressKind.ReversePathFailed => true,
            _ => first[..PfAddrWrapLayout.Count].SequenceEqual(second[..PfAddrWrapLayout.Count]),
        };
    }
}
