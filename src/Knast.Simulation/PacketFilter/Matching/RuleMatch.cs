using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.Matching;

/// <summary>Whether a rule means a packet (pf_test_rule).</summary>
internal static class RuleMatch
{
    /// <summary>The first condition that fails; null where the rule means the packet.</summary>
    public static FilterCondition? FirstFailure(FilterRule rule, FilterPacket packet)
    {
        bool HasRoute(IPAddress address) => packet.Interface.Vnet.Routes.Lookup(address) is not null;

        if (!MatchesInterface(rule, packet))
        {
            return FilterCondition.Interface;
        }

        return rule switch
        {
            _ when rule.Direction != PacketFilterDirection.Both && rule.Direction != packet.Direction => FilterCondition.Direction,
            _ when rule.Family != InternetFamily.Unspecified && rule.Family != packet.Family => FilterCondition.Family,
            _ when rule.Protocol != 0 && rule.Protocol != packet.Protocol => FilterCondition.Protocol,
            _ when !rule.Source.MatchesAddress(packet.Source.Address, HasRoute) => FilterCondition.SourceAddress,
            _ when !rule.Source.MatchesPort((ushort)packet.Source.Port) => FilterCondition.SourcePort,
            _ when !rule.Destination.MatchesAddress(packet.Destination.Address, HasRoute) => FilterCondition.DestinationAddress,
            _ when !rule.Destination.MatchesPort((ushort)packet.Destination.Port) => FilterCondition.DestinationPort,
            _ => MatchesRest(rule, packet) ? null : FilterCondition.Rest,
        };
    }

    // No packet here is a fragment, or bears a tag.
    private static bool MatchesRest(FilterRule rule, FilterPacket packet) =>
        (packet.Protocol != InternetProtocol.Tcp || (packet.TcpFlags & rule.TcpFlagsMask) == rule.TcpFlags)
        && !rule.Flags.HasFlag(PacketFilterRuleFlags.Fragment)
        && (rule.MatchTag.Length == 0 || rule.IsMatchTagNegated);

    private static bool MatchesInterface(FilterRule rule, FilterPacket packet)
    {
        bool isIt = rule.Interface.Length == 0 || rule.Interface == packet.Interface.Name || packet.Interface.Groups.Contains(rule.Interface);
        return rule.Interface.Length == 0 || isIt != rule.IsInterfaceNegated;
    }
}
