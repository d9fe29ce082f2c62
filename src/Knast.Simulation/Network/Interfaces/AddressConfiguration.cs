using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Simulation.Network.Routing;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>Gives IPv4 addresses to interfaces and takes addresses of both families away, with the routes that belong to them.</summary>
internal static class AddressConfiguration
{
    private const int AllBits = 32;

    private static readonly IPAddress s_allHosts = IPAddress.Parse("224.0.0.1");

    /// <summary>Gives an interface an IPv4 address; one that it has already is given again.</summary>
    /// <param name="owner">The interface.</param>
    /// <param name="address">The address.</param>
    /// <param name="prefixLength">The length of its network's prefix.</param>
    /// <param name="destination">The broadcast address, or the other end; null for the usual broadcast address.</param>
    public static void Add(NetworkInterface owner, IPAddress address, int prefixLength, IPAddress? destination)
    {
        bool isFirst = !owner.AddressesOf(InternetFamily.IPv4).Any(one => !one.Address.Equals(address));
        if (owner.Addresses.Find(one => one.Address.Equals(address)) is { } former)
        {
            Remove(former);
        }

        var added = new ProtocolAddress(owner, address, prefixLength) { HasDestination = true, Destination = DestinationOf(owner, address, prefixLength, destination) };
        owner.Addresses.Add(added);
        bool wasUp = owner.IsUp;
        owner.Driver.AddressAdded();
        AddPrefixRoute(added);
        if (NeedsLoopbackRoute(added) && !IsElsewhere(added))
        {
            LoopbackRoutes.Add(added);
        }

        if (isFirst && owner.Flags.HasFlag(InterfaceFlags.Multicast))
        {
            MulticastMembership.Join(owner, s_allHosts);
        }

        InterfaceState.ReportChange(owner, wasUp, isAsked: false);
    }

    /// <summary>Takes an address of either family away.</summary>
    public static void Remove(ProtocolAddress address)
    {
        if (address.Family == InternetFamily.IPv6)
        {
            AddressConfiguration6.Remove(address);
            return;
        }

        NetworkInterface owner = address.Interface;
        owner.Addresses.Remove(address);
        if (NeedsLoopbackRoute(address) && !IsElsewhere(address))
        {
            LoopbackRoutes.Remove(address);
        }

        RemovePrefixRoute(address);
        owner.Vnet.Routes.IPv4.Flush(hop => hop.Source == address);
        if (!owner.AddressesOf(InternetFamily.IPv4).Any())
        {
            MulticastMembership.Leave(owner, s_allHosts);
        }
    }

    /// <summary>The interface went down: the routes to its networks go, and what others were learned over them; those that were set stay.</summary>
    public static void Withdraw(NetworkInterface down)
    {
        foreach (ProtocolAddress address in down.AddressesOf(InternetFamily.IPv4))
        {
            RemovePrefixRoute(address);
            down.Vnet.Routes.IPv4.Flush(hop => hop.Source == address && !hop.Flags.HasFlag(RouteFlags.Static));
        }
    }

    /// <summary>The interface is up again: the routes to its networks come back.</summary>
    public static void Restore(NetworkInterface up)
    {
        foreach (ProtocolAddress address in up.AddressesOf(InternetFamily.IPv4).Where(static one => (one.Flags & ProtocolAddress.HasRoute) == 0))
        {
            InstallPrefix(address);
            RouteEvents.PrefixAdded(address, Prefix(address).Destination, Prefix(address).PrefixLength);
        }
    }

    private static IPAddress? DestinationOf(NetworkInterface owner, IPAddress address, int prefixLength, IPAddress? asked)
    {
        if (owner.Flags.HasFlag(InterfaceFlags.PointToPoint))
        {
            return asked;
        }

        return !owner.Flags.HasFlag(InterfaceFlags.Broadcast) ? null
            : asked ?? (prefixLength == AllBits - 1 ? IPAddress.Broadcast : IpNetworks.LastOf(address, prefixLength));
    }

    // Of a point-to-point link the other end, of a loopback the address itself, else the network.
    private static (IPAddress Destination, int PrefixLength) Prefix(ProtocolAddress address) =>
        address.Interface.Flags.HasFlag(InterfaceFlags.PointToPoint) ? (address.Destination ?? address.Address, AllBits)
        : address.Interface.Flags.HasFlag(InterfaceFlags.Loopback) ? (address.Address, AllBits)
        : (address.Network, address.PrefixLength);

    private static bool NeedsLoopbackRoute(ProtocolAddress address) =>
        !address.Interface.Flags.HasFlag(InterfaceFlags.Loopback)
        && !address.Address.Equals(IPAddress.Any)
        && (address.Interface.Flags.HasFlag(InterfaceFlags.PointToPoint) ? !address.Address.Equals(address.Destination) : address.PrefixLength != AllBits);

    private static IEnumerable<ProtocolAddress> Others(ProtocolAddress address) => address.Interface.Vnet.Interfaces
        .SelectMany(static one => one.AddressesOf(InternetFamily.IPv4)).Where(other => other != address);

    private static bool IsElsewhere(ProtocolAddress address) => Others(address).Any(other => other.Address.Equals(address.Address));

    private static void AddPrefixRoute(ProtocolAddress address)
    {
        RouteEvents.AddressAdded(address);
        if (!Others(address).Any(other => Prefix(other) == Prefix(address) && (other.Flags & ProtocolAddress.HasRoute) != 0))
        {
            InstallPrefix(address);
            RouteEvents.PrefixAdded(address, Prefix(address).Destination, Prefix(address).PrefixLength);
        }
    }

    private static void InstallPrefix(ProtocolAddress address)
    {
        (IPAddress destination, int length) = Prefix(address);
        address.Interface.Vnet.Routes.IPv4.Add(destination, length, PrefixHop(address, length == AllBits), 1);
        address.Flags |= ProtocolAddress.HasRoute;
    }

    private static NextHop PrefixHop(ProtocolAddress address, bool isHost) => new()
    {
        Flags = RouteFlags.Pinned | (isHost ? RouteFlags.Host : RouteFlags.None),
        LinkGateway = address.Interface,
        Interface = address.Interface,
        Source = address,
    };

    // Another address of the same network takes the route over.
    private static void RemovePrefixRoute(ProtocolAddress address)
    {
        RouteTable table = address.Interface.Vnet.Routes.IPv4;
        (IPAddress destination, int length) = Prefix(address);
        if ((address.Flags & ProtocolAddress.HasRoute) == 0)
        {
            RouteEvents.AddressRemoved(address);
            return;
        }

        ProtocolAddress? heir = Others(address).FirstOrDefault(other =>
            other.Interface.IsUp && Prefix(other) == Prefix(address) && (other.Flags & ProtocolAddress.HasRoute) == 0);
        if (heir is null)
        {
            RouteEvents.AddressRemoved(address);
        }

        if (table.Find(destination, length) is { } entry && entry.Hops.Exists(one => one.Hop.Source == address))
        {
            table.Remove(entry, isPinned: true, hop => hop.Source == address);
            RouteEvents.PrefixRemoved(address, destination, length);
        }

        address.Flags &= ~ProtocolAddress.HasRoute;
        if (heir is not null)
        {
            InstallPrefix(heir);
        }
    }
}
