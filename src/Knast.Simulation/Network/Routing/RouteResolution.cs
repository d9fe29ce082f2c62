using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>Finds out on which interface, and with which source, a route that is asked for leads out (rt_getifa_fib).</summary>
internal static class RouteResolution
{
    /// <summary>The interface and its address; no address where only the link-level one is left.</summary>
    /// <exception cref="KernelError">ENETUNREACH.</exception>
    public static (NetworkInterface Interface, ProtocolAddress? Source) Resolve(RoutingTables routes, RouteRequest request)
    {
        Vnet vnet = routes.Vnet;
        NetworkInterface? named = Named(vnet, request);
        ProtocolAddress? source = request.Source is { } asked ? WithAddress(vnet, asked) : null;
        if (source is not null)
        {
            return (named ?? source.Interface, source);
        }

        bool isOverGateway = request.Flags.HasFlag(RouteFlags.Gateway) && request.Gateway?.Address is not null;
        IPAddress clue = isOverGateway ? request.Gateway!.Value.Address! : request.Destination;
        if (named is not null)
        {
            return (named, On(named, request.Source ?? clue));
        }

        if (request.Gateway is { Address: null, Index: var index })
        {
            NetworkInterface gateway = vnet.Find(index) ?? throw new KernelError(ErrorCode.ENETUNREACH);
            return (gateway, On(gateway, request.Destination));
        }

        source = Towards(routes, request, request.Gateway?.Address ?? request.Destination) ?? throw new KernelError(ErrorCode.ENETUNREACH);
        return (source.Interface, source);
    }

    /// <summary>The address of an interface that fits another address best: itself, its network, or the first of its family (ifaof_ifpforaddr).</summary>
    public static ProtocolAddress? On(NetworkInterface @interface, IPAddress address)
    {
        ProtocolAddress[] candidates = [.. @interface.AddressesOf(Sockaddr.FamilyOf(address))];
        return Array.Find(candidates, one => one.Address.Equals(address))
            ?? Array.Find(candidates, one => IsOtherEnd(one, address))
            ?? Array.Find(candidates, one => one.Covers(address))
            ?? candidates.FirstOrDefault();
    }

    private static NetworkInterface? Named(Vnet vnet, RouteRequest request) =>
        request.InterfaceIndex != 0 ? vnet.Find(request.InterfaceIndex)
        : request.InterfaceName.Length != 0 ? vnet.Find(request.InterfaceName)
        : null;

    private static ProtocolAddress? WithAddress(Vnet vnet, IPAddress address) =>
        vnet.Interfaces.SelectMany(static one => one.Addresses).FirstOrDefault(one => one.Address.Equals(address));

    // ifa_ifwithroute: an address of ours, a network of ours, or what an existing route leads to, but not the default route.
    private static ProtocolAddress? Towards(RoutingTables routes, RouteRequest request, IPAddress gateway)
    {
        ProtocolAddress[] all = [.. routes.Vnet.Interfaces.SelectMany(static one => one.Addresses)];
        ProtocolAddress? found = request.Flags.HasFlag(RouteFlags.Gateway)
            ? Array.Find(all, one => IsOtherEnd(one, gateway))
            : (request.Flags.HasFlag(RouteFlags.Host) ? Array.Find(all, one => IsOtherEnd(one, request.Destination)) : null)
                ?? Array.Find(all, one => one.Address.Equals(gateway));
        found ??= all.Where(one => !one.Interface.Flags.HasFlag(InterfaceFlags.PointToPoint) && one.Covers(gateway)).MaxBy(static one => one.PrefixLength);
        return found ?? (routes.Of(gateway).Match(gateway) is { PrefixLength: > 0 } route ? route.Hops[0].Hop.Source : null);
    }

    private static bool IsOtherEnd(ProtocolAddress one, IPAddress address) =>
        one.Interface.Flags.HasFlag(InterfaceFlags.PointToPoint) && address.Equals(one.Destination);
}
