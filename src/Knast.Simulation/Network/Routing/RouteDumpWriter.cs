using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;

namespace Knast.Simulation.Network.Routing;

/// <summary>The table of routes (NET_RT_DUMP).</summary>
internal static class RouteDumpWriter
{
    /// <summary>Writes the routes of a family, or of both.</summary>
    public static byte[] Write(RoutingTables routes, InternetFamily family)
    {
        var list = new MemoryStream();
        foreach (InternetFamily one in family is 0 ? (InternetFamily[])[InternetFamily.IPv4, InternetFamily.IPv6] : [family])
        {
            RouteTable table = routes.Of(one);
            foreach (RouteEntry entry in table.InOrder)
            {
                foreach (WeightedHop way in entry.Hops)
                {
                    list.Write(Message(new RouteResult(table, entry, way.Hop), one));
                }
            }
        }

        return list.ToArray();
    }

    private static byte[] Message(RouteResult route, InternetFamily family)
    {
        NextHop hop = route.Hop;
        var addresses = new RoutingAddresses
        {
            [RoutingAddress.Destination] = SocketAddresses.Of(route.Entry.Destination),
            [RoutingAddress.Gateway] = SocketAddresses.OfGateway(hop),
            [RoutingAddress.Mask] = route.Entry.IsHost ? null : SocketAddresses.MaskOf(family, route.Entry.PrefixLength),
            [RoutingAddress.Interface] = hop.Interface.Link.Bytes.ToArray(),
            [RoutingAddress.Source] = SocketAddresses.OfSource(hop),
            [RoutingAddress.Broadcast] = hop.Interface.Flags.HasFlag(InterfaceFlags.PointToPoint) && hop.Source is { } source
                ? InterfaceListWriter.DestinationOf(source)
                : null,
        };
        byte[] message = addresses.ToMessage(RtMsghdrLayout.Size, isAligned: true);
        RouteHeader.Write(message, RouteMessageType.Get, hop.ShownFlags | RouteFlags.Up, hop.Interface.Index, addresses.Present);
        RouteHeader.WriteMetrics(message, route);
        return message;
    }
}
