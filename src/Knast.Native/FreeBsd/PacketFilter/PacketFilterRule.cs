using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>
/// A rule of the packet filter, as far as Knast makes and judges rules (pf.conf(5)). What a foreign rule has beyond it (queues, limits of states,
/// users, routing) is not kept.
/// </summary>
public sealed record PacketFilterRule
{
    /// <summary>What it does.</summary>
    public required PacketFilterAction Action { get; init; }

    /// <summary>The way of the packets; translations have none.</summary>
    public PacketFilterDirection Direction { get; init; }

    /// <summary>Whether no later rule is looked at once it matches.</summary>
    public bool IsQuick { get; init; }

    /// <summary>What it writes to pflog(4).</summary>
    public PacketFilterLogging Log { get; init; }

    /// <summary>The interface or group that packets go through; empty for every one.</summary>
    public string Interface { get; init; } = "";

    /// <summary>Whether every other interface is meant.</summary>
    public bool IsInterfaceNegated { get; init; }

    /// <summary>The address family.</summary>
    public InternetFamily Family { get; init; }

    /// <summary>The protocol.</summary>
    public InternetProtocol Protocol { get; init; }

    /// <summary>Where packets come from.</summary>
    public PacketFilterEndpoint Source { get; init; } = PacketFilterEndpoint.Any;

    /// <summary>Where they go.</summary>
    public PacketFilterEndpoint Destination { get; init; } = PacketFilterEndpoint.Any;

    /// <summary>The TCP flags that must be set, of those that are looked at.</summary>
    public TcpFlags TcpFlags { get; init; }

    /// <summary>The TCP flags that are looked at. pf.conf(5) looks for SYN of SYN and ACK unless told otherwise.</summary>
    public TcpFlags TcpFlagsMask { get; init; }

    /// <summary>The kind of ICMP message; null for every one.</summary>
    public byte? IcmpType { get; init; }

    /// <summary>The code of the ICMP message; null for every one.</summary>
    public byte? IcmpCode { get; init; }

    /// <summary>What it remembers of the connections that it lets pass.</summary>
    public PacketFilterStateTracking State { get; init; }

    /// <summary>More of what it does.</summary>
    public PacketFilterRuleFlags Flags { get; init; }

    /// <summary>The ICMP message that answers, type times 256 plus code.</summary>
    public ushort ReturnIcmp { get; init; }

    /// <summary>The ICMPv6 message that answers, type times 256 plus code.</summary>
    public ushort ReturnIcmp6 { get; init; }

    /// <summary>Whether packets with IP options may pass.</summary>
    public bool AllowsOptions { get; init; }

    /// <summary>Whether a translated packet passes without a look at the filter rules (<c>rdr pass</c>).</summary>
    public bool PassesTranslated { get; init; }

    /// <summary>The label by which counters and states are known; at most 63 bytes.</summary>
    public string Label { get; init; } = "";

    /// <summary>The tag that packets get; at most 63 bytes.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The tag that packets must have; at most 63 bytes.</summary>
    public string MatchTag { get; init; } = "";

    /// <summary>Whether packets must not have it.</summary>
    public bool IsMatchTagNegated { get; init; }

    /// <summary>The routing table of what passes; -1 for the one of the packet.</summary>
    public int RouteTable { get; init; } = -1;

    /// <summary>The addresses that it puts in the place of others.</summary>
    public PacketFilterPool Pool { get; init; } = PacketFilterPool.Empty;

    /// <summary>The anchor that it evaluates, such as <c>knast/*</c>; empty for none.</summary>
    public string AnchorCall { get; init; } = "";

    /// <summary>Its place among the rules; the kernel's.</summary>
    public int Number { get; init; }

    /// <summary>What it has seen; the kernel's.</summary>
    public PacketFilterRuleCounters Counters { get; init; }

    /// <summary>The list that it belongs in.</summary>
    public PacketFilterRulesetType Ruleset => PacketFilterRulesets.Of(Action);
}
