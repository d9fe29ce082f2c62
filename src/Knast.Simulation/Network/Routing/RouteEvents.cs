using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>What routing sockets hear without asking.</summary>
internal static class RouteEvents
{
    // The headers of messages that are no answers: struct ifa_msghdr, ifma_msghdr and if_msghdr.
    private const int AddressHeader = 20;
    private const int GroupHeader = 16;
    private const int InterfaceHeader = 168;
    private const int InterfaceDataOffset = 16;
    private const int AddressesOffset = 4;
    private const int FlagsOffset = 8;
    private const int IndexOffset = 12;
    private const int MetricOffset = 16;

    public static void AddressAdded(ProtocolAddress address) => Tell(address, RouteMessageType.NewAddress);

    public static void AddressRemoved(ProtocolAddress address) => Tell(address, RouteMessageType.DeletedAddress);

    /// <summary>The route to an address's network is there.</summary>
    public static void PrefixAdded(ProtocolAddress address, IPAddress destination, int prefixLength) =>
        Tell(address, destination, prefixLength, RouteMessageType.Add, RouteFlags.Up);

    public static void PrefixRemoved(ProtocolAddress address, IPAddress destination, int prefixLength) =>
        Tell(address, destination, prefixLength, RouteMessageType.Delete, RouteFlags.None);

    /// <summary>The route to an IPv6 address of our own is there.</summary>
    public static void HostRouteAdded(ProtocolAddress address) => TellHost(address, RouteMessageType.Add, RouteFlags.Up);

    public static void HostRouteRemoved(ProtocolAddress address) => TellHost(address, RouteMessageType.Delete, RouteFlags.None);

    /// <summary>An IPv6 address of our own has its link-level address.</summary>
    public static void NeighbourAdded(ProtocolAddress address)
    {
        if (address.Interface.Link.Address.Length > 0)
        {
            var addresses = new RoutingAddresses
            {
                [RoutingAddress.Destination] = SocketAddresses.Of(address.Address),
                [RoutingAddress.Gateway] = SocketAddresses.OfLink(address.Interface, address.Interface.Link.Address),
            };
            RouteFlags flags = RouteFlags.LinkData | RouteFlags.Host | RouteFlags.Up | RouteFlags.Done;
            Send(address.Interface.Vnet, address.Family, RouteMessage(addresses, RouteMessageType.Add, flags, 0));
        }
    }

    public static void GroupJoined(NetworkInterface member, IPAddress group)
    {
        var addresses = new RoutingAddresses
        {
            [RoutingAddress.Gateway] = SocketAddresses.OfLink(member, LinkGroup(group)),
            [RoutingAddress.Interface] = member.Link.Bytes.ToArray(),
            [RoutingAddress.Source] = SocketAddresses.Of(group),
        };
        byte[] message = addresses.ToMessage(GroupHeader, isAligned: false);
        WriteStart(message, RouteMessageType.NewMulticastAddress, addresses.Present, 0, member.Index);
        Send(member.Vnet, Sockaddr.FamilyOf(group), message);
    }

    public static void InterfaceChanged(NetworkInterface changed)
    {
        byte[] message = new byte[InterfaceHeader];
        WriteStart(message, RouteMessageType.Interface, 0, (int)changed.Flags, changed.Index);
        InterfaceData.Write(message.AsSpan(InterfaceDataOffset), changed);
        Send(changed.Vnet, InternetFamily.Unspecified, message);
    }

    private static void Tell(ProtocolAddress address, RouteMessageType type)
    {
        var addresses = new RoutingAddresses
        {
            [RoutingAddress.Mask] = SocketAddresses.MaskOf(address.Family, address.PrefixLength),
            [RoutingAddress.Interface] = address.Interface.Link.Bytes.ToArray(),
            [RoutingAddress.Source] = SocketAddresses.Of(address.Address),
            [RoutingAddress.Broadcast] = InterfaceListWriter.DestinationOf(address),
        };
        byte[] message = addresses.ToMessage(AddressHeader, isAligned: false);
        WriteStart(message, type, addresses.Present, address.Flags, address.Interface.Index);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(MetricOffset), address.Interface.Metric);
        Send(address.Interface.Vnet, address.Family, message);
    }

    private static void Tell(ProtocolAddress address, IPAddress destination, int prefixLength, RouteMessageType type, RouteFlags flags)
    {
        bool isHost = prefixLength == Sockaddr.BitsOf(address.Family);
        var addresses = new RoutingAddresses
        {
            [RoutingAddress.Destination] = SocketAddresses.Of(destination),
            [RoutingAddress.Gateway] = SocketAddresses.OfGateway(address.Interface),
            [RoutingAddress.Mask] = isHost ? null : SocketAddresses.MaskOf(address.Family, prefixLength),
        };
        flags |= RouteFlags.Pinned | RouteFlags.Done | (isHost ? RouteFlags.Host : RouteFlags.None);
        Send(address.Interface.Vnet, address.Family, RouteMessage(addresses, type, flags, address.Interface.Index));
    }

    private static void TellHost(ProtocolAddress address, RouteMessageType type, RouteFlags flags)
    {
        var addresses = new RoutingAddresses
        {
            [RoutingAddress.Destination] = SocketAddresses.Of(address.Address),
            [RoutingAddress.Gateway] = SocketAddresses.OfLink(address.Interface, []),
        };
        flags |= RouteFlags.Pinned | RouteFlags.Static | RouteFlags.Host | RouteFlags.Done;
        Send(address.Interface.Vnet, address.Family, RouteMessage(addresses, type, flags, address.Interface.Vnet.Loopback.Index));
    }

    private static byte[] RouteMessage(RoutingAddresses addresses, RouteMessageType type, RouteFlags flags, int index)
    {
        byte[] message = addresses.ToMessage(RtMsghdrLayout.Size, isAligned: false);
        RouteHeader.Write(message, type, flags, index, addresses.Present);
        return message;
    }

    private static void WriteStart(Span<byte> message, RouteMessageType type, int addresses, int flags, int index)
    {
        RouteHeader.WriteStart(message, type);
        BinaryPrimitives.WriteInt32LittleEndian(message[AddressesOffset..], addresses);
        BinaryPrimitives.WriteInt32LittleEndian(message[FlagsOffset..], flags);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IndexOffset..], (ushort)index);
    }

    // RFC 1112, section 6.4, and RFC 2464, section 7.
    private static byte[] LinkGroup(IPAddress group)
    {
        byte[] bytes = group.GetAddressBytes();
        return bytes.Length == 4
            ? [1, 0, 0x5e, (byte)(bytes[1] & 0x7f), bytes[2], bytes[3]]
            : [0x33, 0x33, bytes[12], bytes[13], bytes[14], bytes[15]];
    }

    private static void Send(Vnet vnet, InternetFamily family, byte[] message) => vnet.Listeners.ForEach(listener => listener.Deliver(family, message));
}
