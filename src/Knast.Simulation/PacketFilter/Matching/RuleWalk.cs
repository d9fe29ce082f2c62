using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Anchors;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.Matching;

/// <summary>A packet's walk through the filter lists: the last rule that means it decides, unless one is quick.</summary>
internal sealed class RuleWalk(FilterPacket packet)
{
    private const int DeepestCall = 32;

    private int _depth;

    /// <summary>The rule that decides; null lets pass.</summary>
    public FilterRule? Decisive { get; private set; }

    /// <summary>The rule of the main ruleset that called the anchor in which the decisive one is.</summary>
    public FilterRule? Caller { get; private set; }

    /// <summary>Walks through an anchor's list.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="caller">The rule of the main ruleset that led there.</param>
    /// <returns>Whether the walk is over.</returns>
    public bool Through(Anchor anchor, FilterRule? caller = null)
    {
        List<FilterRule> rules = anchor.List(PacketFilterRulesetType.Filter).Active;
        for (int index = 0; index < rules.Count;)
        {
            FilterRule rule = rules[index];
            rule.Counters.Evaluations++;
            FilterCondition? failure = RuleMatch.FirstFailure(rule, packet);
            if (failure is null && Meets(rule, caller))
            {
                return true;
            }

            index = failure is { } condition ? SkipSteps.Next(rules, index, condition) : index + 1;
        }

        return false;
    }

    private bool Meets(FilterRule rule, FilterRule? caller)
    {
        if (rule.Call is { } call)
        {
            FilterRule? before = Decisive;
            bool isOver = _depth < DeepestCall && Into(call, caller ?? rule);
            return isOver || (rule.IsQuick && Decisive != before);
        }

        if (rule.Action == PacketFilterAction.Match)
        {
            return false;
        }

        (Decisive, Caller) = (rule, caller);
        return rule.IsQuick;
    }

    private bool Into(AnchorCall call, FilterRule caller)
    {
        _depth++;
        bool isOver = call.IsWildcard ? call.Target.Children.Values.Any(child => Through(child, caller)) : Through(call.Target, caller);
        _depth--;
        return isOver;
    }
}
