using System.Collections.Frozen;

namespace Knast.Simulation.Network.Settings;

/// <summary>A sysctl below net. that holds an int of each vnet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Initial">What it is in a new vnet.</param>
/// <param name="Release">The only release that has it; null for all.</param>
/// <param name="IsOfHost">Whether there is one for all vnets, which jails cannot change.</param>
internal sealed record NetworkSwitch(string Name, int Initial, string? Release = null, bool IsOfHost = false)
{
    private static readonly NetworkSwitch[] s_all =
    [
        new("net.inet.ip.forwarding", 0),
        new("net.inet.ip.redirect", 1),
        new("net.inet.ip.ttl", 64),
        new("net.inet.ip.portrange.first", 10000),
        new("net.inet.ip.portrange.last", 65535),
        new("net.inet.ip.portrange.reservedhigh", 1023),
        new("net.inet.ip.portrange.reservedlow", 0),
        new("net.inet.ip.random_id", 0),
        new("net.inet.ip.sourceroute", 0),
        new("net.inet.icmp.drop_redirect", 0),
        new("net.inet.tcp.blackhole", 0),
        new("net.inet.udp.blackhole", 0),
        new("net.inet6.ip6.forwarding", 0),
        new("net.inet6.ip6.redirect", 1),
        new("net.inet6.ip6.hlim", 64),
        new("net.inet6.ip6.accept_rtadv", 0),
        new("net.inet6.ip6.auto_linklocal", 1),
        new("net.inet6.ip6.dad_count", 1),
        new("net.inet6.ip6.v6only", 1),
        new("net.link.bridge.allow_llz_overlap", 0),
        new("net.link.bridge.inherit_mac", 0),
        new("net.link.bridge.ipfw", 0),
        new("net.link.bridge.ipfw_arp", 0),
        new("net.link.bridge.local_phys", 0),
        new("net.link.bridge.log_mac_flap", 1),
        new("net.link.bridge.log_stp", 0),
        new("net.link.bridge.member_ifaddrs", 1, Release: "15.1"),
        new("net.link.bridge.pfil_bridge", 0),
        new("net.link.bridge.pfil_local_phys", 0, Release: "13.2"),
        new("net.link.bridge.pfil_member", 0),
        new("net.link.bridge.pfil_onlyip", 1),
        new("net.link.ether.inet.log_arp_movements", 1),
        new("net.link.ether.inet.proxyall", 0),
        new("net.link.tap.up_on_open", 0, IsOfHost: true),
        new("net.link.tap.user_open", 0, IsOfHost: true),
        new("net.fibs", 1, IsOfHost: true),
        new("net.add_addr_allfibs", 0),
        new("net.route.multipath", 1),
        new("net.pf.default_to_drop", 0, IsOfHost: true),
    ];

    /// <summary>All by name.</summary>
    public static FrozenDictionary<string, NetworkSwitch> All { get; } = s_all.ToFrozenDictionary(static one => one.Name);

    /// <summary>Those that a release has.</summary>
    public static IEnumerable<NetworkSwitch> Of(string release) => s_all.Where(one => one.Release is null || one.Release == release);
}
