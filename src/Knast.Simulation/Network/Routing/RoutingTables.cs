using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>The routes of one vnet.</summary>
internal sealed class RoutingTables(Vnet vnet)
{
    public Vnet Vnet { get; } = vnet;

    public RouteTable IPv4 { get; } = new(vnet);

    public RouteTable IPv6 { get; } = new(vnet);

    public RouteTable Of(IPAddress address) => Of(Sockaddr.FamilyOf(address));

    public RouteTable Of(InternetFamily family) => family == InternetFamily.IPv4 ? IPv4 : IPv6;

    /// <summary>The next hop to an address.</summary>
    public NextHop? Lookup(IPAddress address) => Of(address).Match(address)?.Hops[0].Hop;

    /// <summary>Forgets all routes over an interface.</summary>
    public void Flush(NetworkInterface leaving)
    {
        IPv4.Flush(leaving);
        IPv6.Flush(leaving);
    }
}
