using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>Adds, changes, deletes and finds routes (rib_action).</summary>
internal static class RouteAction
{
    // What a next hop keeps of a request's flags.
    private const RouteFlags Kept = RouteFlags.Gateway | RouteFlags.Host | RouteFlags.Reject | RouteFlags.Blackhole | RouteFlags.FixedMtu
        | RouteFlags.Local | RouteFlags.Broadcast | RouteFlags.Multicast | RouteFlags.Static | RouteFlags.Protocol1 | RouteFlags.Protocol2
        | RouteFlags.Protocol3 | RouteFlags.Pinned | NextHop.GatewayIsLocal;

    /// <summary>RTM_ADD.</summary>
    /// <exception cref="KernelError">EINVAL: no gateway; ENETUNREACH: nobody knows the way to it; EEXIST.</exception>
    public static RouteResult Add(RoutingTables routes, RouteRequest request)
    {
        KernelError.Unless(request.Gateway is not null, ErrorCode.EINVAL);
        RequireFamily(request);
        RouteRequest own = OverOwnAddress(routes, request);
        (NetworkInterface leaving, ProtocolAddress? source) = RouteResolution.Resolve(routes, own);
        NextHop hop = Hop(routes.Vnet, own, leaving, source);
        RouteTable table = routes.Of(own.Destination);
        return new RouteResult(table, table.Add(own.Destination, own.PrefixLength, hop, WeightOf(own, 1)), hop);
    }

    /// <summary>RTM_CHANGE.</summary>
    /// <exception cref="KernelError">ESRCH, ENETUNREACH, EINVAL.</exception>
    public static RouteResult Change(RoutingTables routes, RouteRequest request)
    {
        RouteTable table = routes.Of(request.Destination);
        RouteEntry entry = table.Find(request.Destination, request.PrefixLength) ?? throw new KernelError(ErrorCode.ESRCH);
        RequireFamily(request);
        RouteRequest own = OverOwnAddress(routes, request);
        int index = entry.Hops.Count == 1 ? 0 : entry.Hops.FindIndex(one => own.Gateway is { } gateway && one.Hop.Matches(gateway));
        KernelError.Unless(index >= 0, ErrorCode.ESRCH);
        NextHop hop = Changed(routes, own, entry.Hops[index].Hop);
        table.Replace(entry, index, hop, WeightOf(own, entry.Hops[index].Weight));
        return new RouteResult(table, entry, hop);
    }

    /// <summary>RTM_DELETE.</summary>
    /// <exception cref="KernelError">ESRCH; EADDRINUSE: the route belongs to an address.</exception>
    public static RouteResult Delete(RoutingTables routes, RouteRequest request)
    {
        RouteTable table = routes.Of(request.Destination);
        RouteEntry entry = table.Find(request.Destination, request.PrefixLength) ?? throw new KernelError(ErrorCode.ESRCH);
        RouteGateway? gateway = request.Gateway;
        WeightedHop? found = entry.Hops.Select(static one => (WeightedHop?)one).FirstOrDefault(one => gateway is null || one!.Value.Hop.Matches(gateway.Value));
        int number = found is { } way ? table.NextHops.NumberOf(way.Hop) : 0;
        NextHop hop = table.Remove(entry, isPinned: request.Flags.HasFlag(RouteFlags.Pinned), gateway is { } meant ? hop => hop.Matches(meant) : null);
        return new RouteResult(table, entry, hop) { Number = number, Weight = found?.Weight ?? 1 };
    }

    /// <summary>RTM_GET.</summary>
    /// <exception cref="KernelError">ESRCH.</exception>
    public static RouteResult Get(RoutingTables routes, RouteRequest request)
    {
        RouteTable table = routes.Of(request.Destination);
        RouteEntry entry = (request.HasMask ? table.Find(request.Destination, request.PrefixLength) : table.Match(request.Destination))
            ?? throw new KernelError(ErrorCode.ESRCH);
        NextHop? hop = entry.Hops.Count == 1 || request.Gateway is not { } gateway
            ? entry.Hops[0].Hop
            : entry.Hops.Select(static one => one.Hop).FirstOrDefault(one => one.Matches(gateway));
        return new RouteResult(table, entry, hop ?? throw new KernelError(ErrorCode.ESRCH));
    }

    private static uint WeightOf(RouteRequest request, uint usual) => request.Weight != 0 ? request.Weight : usual;

    private static void RequireFamily(RouteRequest request)
    {
        if (request.Gateway?.Address is { } gateway)
        {
            InternetFamily family = Sockaddr.FamilyOf(request.Destination);
            InternetFamily over = Sockaddr.FamilyOf(gateway);
            KernelError.Unless(family == over || (family == InternetFamily.IPv4 && over == InternetFamily.IPv6), ErrorCode.EINVAL);
        }
    }

    // A gateway that is an address of this machine stands for the interface that has it.
    private static RouteRequest OverOwnAddress(RoutingTables routes, RouteRequest request) =>
        request.Gateway?.Address is { } gateway
            && routes.Lookup(gateway) is { Gateway: null } hop && hop.Interface.Flags.HasFlag(InterfaceFlags.Loopback)
            ? request with { Flags = (request.Flags & ~RouteFlags.Gateway) | NextHop.GatewayIsLocal }
            : request;

    private static NextHop Hop(Vnet vnet, RouteRequest request, NetworkInterface leaving, ProtocolAddress? source) => new()
    {
        Flags = request.Flags & Kept,
        Gateway = request.Gateway?.Address,
        LinkGateway = request.Gateway is { Address: null, Index: > 0 and int index } ? vnet.Find(index) ?? leaving : leaving,
        Interface = leaving,
        Source = source,
        FixedMtu = request.Mtu ?? 0,
    };

    private static NextHop Changed(RoutingTables routes, RouteRequest request, NextHop former)
    {
        bool isElsewhere = (former.Flags.HasFlag(RouteFlags.Gateway) && request.Gateway is not null)
            || request.AsksForInterface || (request.Source is not null && !request.Source.Equals(former.Source?.Address));
        NextHop hop = former with { FixedMtu = request.Mtu ?? former.FixedMtu };
        if (isElsewhere)
        {
            (NetworkInterface leaving, ProtocolAddress? source) = RouteResolution.Resolve(routes, request);
            hop = hop with { Interface = leaving, LinkGateway = leaving, Source = source };
        }

        if (request.Gateway is { } gateway)
        {
            NetworkInterface link = gateway.Address is null ? routes.Vnet.Find(gateway.Index) ?? hop.Interface : hop.Interface;
            hop = hop with { Gateway = gateway.Address, LinkGateway = link };
        }

        RouteFlags changeable = RouteFlags.Gateway | NextHop.GatewayIsLocal;
        return request.Gateway is null ? hop : hop with { Flags = (hop.Flags & ~changeable) | (request.Flags & changeable) };
    }
}
