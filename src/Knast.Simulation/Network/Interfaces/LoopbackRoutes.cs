using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Simulation.Network.Routing;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>The host routes by which a machine reaches its own addresses: over the loopback.</summary>
internal static class LoopbackRoutes
{
    public static void Add(ProtocolAddress address)
    {
        Vnet vnet = address.Interface.Vnet;
        var hop = new NextHop
        {
            Flags = RouteFlags.Pinned | RouteFlags.Static | RouteFlags.Host,
            LinkGateway = address.Interface,
            Interface = vnet.Loopback,
            Source = RouteResolution.On(vnet.Loopback, address.Address),
        };
        vnet.Routes.Of(address.Address).Add(address.Address, Sockaddr.BitsOf(address.Family), hop, 1);
    }

    public static void Remove(ProtocolAddress address)
    {
        RouteTable table = address.Interface.Vnet.Routes.Of(address.Address);
        if (table.Find(address.Address, Sockaddr.BitsOf(address.Family)) is { } entry && entry.Hops[0].Hop.LinkGateway == address.Interface)
        {
            table.Remove(entry, isPinned: true, null);
        }
    }
}
