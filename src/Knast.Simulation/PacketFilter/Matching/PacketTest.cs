using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Rules;
using Knast.Simulation.PacketFilter.States;

namespace Knast.Simulation.PacketFilter.Matching;

/// <summary>What becomes of a packet (pf_test).</summary>
internal static class PacketTest
{
    /// <summary>Lets a packet meet the states and the rules.</summary>
    /// <returns>Whether it passes.</returns>
    public static bool Passes(VnetFilter filter, FilterPacket packet)
    {
        if (!filter.Status.IsRunning)
        {
            return true;
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (filter.States.Find(packet) is { } state)
        {
            state.See(packet, now);
            Count([state.Rule, state.Caller], packet, now);
            return true;
        }

        var walk = new RuleWalk(packet);
        walk.Through(filter.Anchors.Main);
        if (walk.Decisive is not { } rule)
        {
            return true;
        }

        filter.Status.CountMatch();
        Count([rule, walk.Caller], packet, now);
        bool isDropped = rule.Action == PacketFilterAction.Drop;
        if (!isDropped && rule.KeepsState)
        {
            filter.States.Add(new FilterState(rule, walk.Caller, packet, now));
        }

        return !isDropped;
    }

    private static void Count(FilterRule?[] rules, FilterPacket packet, DateTimeOffset now)
    {
        foreach (FilterRule? rule in rules)
        {
            rule?.Counters.Count(packet.IsOut, packet.Length, now);
        }
    }
}
