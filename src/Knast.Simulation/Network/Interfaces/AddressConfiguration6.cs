using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Simulation.Network.Routing;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>Gives IPv6 addresses to interfaces and takes them away.</summary>
internal static class AddressConfiguration6
{
    private const int AllBits = 128;
    private const int LinkPrefix = 64;

    private static readonly IPAddress s_allNodesOfLink = IPAddress.Parse("ff02::1");
    private static readonly IPAddress s_allNodesOfInterface = IPAddress.Parse("ff01::1");

    /// <summary>Gives an interface an address that it does not have.</summary>
    /// <param name="owner">The interface.</param>
    /// <param name="address">The address, with the interface's number as its scope where it is of a link.</param>
    /// <param name="prefixLength">The length of its network's prefix.</param>
    /// <param name="destination">The other end; null for none.</param>
    public static ProtocolAddress Add(NetworkInterface owner, IPAddress address, int prefixLength, IPAddress? destination)
    {
        bool wasUp = owner.IsUp;
        var added = new ProtocolAddress(owner, address, prefixLength)
        {
            HasDestination = (owner.Flags & (InterfaceFlags.Loopback | InterfaceFlags.PointToPoint)) != 0,
            Destination = destination,
        };
        owner.Addresses.Add(added);
        owner.Driver.AddressAdded();
        LoopbackRoutes.Add(added);
        added.Flags |= ProtocolAddress.HasHostRoute;
        RouteEvents.NeighbourAdded(added);
        JoinGroups(added);
        RouteEvents.AddressAdded(added);
        RouteEvents.HostRouteAdded(added);
        AddPrefixRoute(added);
        InterfaceState.ReportChange(owner, wasUp, isAsked: false);
        return added;
    }

    /// <summary>IPv6 is on: the interface gets an address of its link, and a loopback its own, where they are missing.</summary>
    public static void Attach(NetworkInterface up)
    {
        if (!up.Flags.HasFlag(InterfaceFlags.Multicast))
        {
            return;
        }

        if (up.Flags.HasFlag(InterfaceFlags.Loopback) && !up.Vnet.Interfaces.Any(static one => one.Addresses.Exists(static a => a.Address.Equals(IPAddress.IPv6Loopback))))
        {
            Add(up, IPAddress.IPv6Loopback, AllBits, IPAddress.IPv6Loopback);
        }

        // Bridges get none, as none of their members may have one beside them.
        if (!up.IsIpv6Disabled && up.Type != InterfaceType.Bridge && !up.Addresses.Exists(static one => one.Address.IsIPv6LinkLocal))
        {
            Add(up, LinkLocalOf(up), LinkPrefix, null);
        }
    }

    public static void Remove(ProtocolAddress address)
    {
        NetworkInterface owner = address.Interface;
        LoopbackRoutes.Remove(address);
        RouteEvents.HostRouteRemoved(address);
        RouteEvents.AddressRemoved(address);
        owner.Addresses.Remove(address);
        bool hasHeir = owner.AddressesOf(InternetFamily.IPv6).Any(other => other.PrefixLength == address.PrefixLength && other.Network.Equals(address.Network));
        RouteTable table = owner.Vnet.Routes.IPv6;
        if (!hasHeir && address.PrefixLength != AllBits && table.Find(address.Network, address.PrefixLength) is { } entry
            && entry.Hops.Exists(one => one.Hop.Interface == owner))
        {
            table.Remove(entry, isPinned: true, null);
            RouteEvents.PrefixRemoved(address, address.Network, address.PrefixLength);
        }
    }

    private static void AddPrefixRoute(ProtocolAddress added)
    {
        NetworkInterface owner = added.Interface;
        RouteTable table = owner.Vnet.Routes.IPv6;
        if (added.PrefixLength == AllBits || table.Find(added.Network, added.PrefixLength) is not null)
        {
            return;
        }

        // An address that is still being checked for duplicates is no source, so the first of the interface is; a loopback's is not checked.
        ProtocolAddress source = owner.Flags.HasFlag(InterfaceFlags.Loopback) ? added : owner.AddressesOf(InternetFamily.IPv6).First();
        var hop = new NextHop { Flags = RouteFlags.Pinned, LinkGateway = owner, Interface = owner, Source = source };
        table.Add(added.Network, added.PrefixLength, hop, 1);
        RouteEvents.PrefixAdded(added, added.Network, added.PrefixLength);
    }

    private static void JoinGroups(ProtocolAddress added)
    {
        if (added.Interface.Flags.HasFlag(InterfaceFlags.Multicast))
        {
            MulticastMembership.Join(added.Interface, SolicitedNode(added.Address));
            MulticastMembership.Join(added.Interface, s_allNodesOfLink);
            MulticastMembership.Join(added.Interface, s_allNodesOfInterface);
        }
    }

    private static IPAddress SolicitedNode(IPAddress address)
    {
        byte[] group = [0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0, 0, 0];
        address.GetAddressBytes().AsSpan(13).CopyTo(group.AsSpan(13));
        return new IPAddress(group);
    }

    // RFC 4291, appendix A: the link-level address with ff:fe in its middle and the universal bit turned.
    private static IPAddress LinkLocalOf(NetworkInterface up)
    {
        ReadOnlySpan<byte> link = up.Link.Address;
        byte[] address = [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        if (link.Length == 6)
        {
            ReadOnlySpan<byte> id = [(byte)(link[0] ^ 2), link[1], link[2], 0xff, 0xfe, link[3], link[4], link[5]];
            id.CopyTo(address.AsSpan(8));
        }

        return new IPAddress(address, up.Index);
    }
}
