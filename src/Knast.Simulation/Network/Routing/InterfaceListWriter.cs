using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>The list of interfaces and their addresses (NET_RT_IFLISTL, and NET_RT_IFLIST with its shorter headers).</summary>
internal static class InterfaceListWriter
{
    // struct if_msghdr and ifa_msghdr.
    private const int ShortInterfaceHeader = 168;
    private const int ShortInterfaceData = 16;
    private const int ShortAddressHeader = 20;
    private const int ShortMetric = 16;
    private const int Metric = 20;

    /// <summary>Writes it.</summary>
    /// <param name="vnet">Whose interfaces.</param>
    /// <param name="family">The family of the addresses; unspecified for all.</param>
    /// <param name="index">The only interface; 0 for all.</param>
    /// <param name="isLong">Whether headers say how long they are.</param>
    /// <param name="isVisible">Whether the caller may see an address.</param>
    public static byte[] Write(Vnet vnet, InternetFamily family, int index, bool isLong, Predicate<ProtocolAddress> isVisible)
    {
        var list = new MemoryStream();
        foreach (NetworkInterface one in vnet.Interfaces.Where(one => index == 0 || one.Index == index))
        {
            list.Write(Interface(one, isLong));
            foreach (ProtocolAddress address in one.Addresses.Where(address => family is 0 || address.Family == family))
            {
                if (isVisible(address))
                {
                    list.Write(Address(address, isLong));
                }
            }
        }

        return list.ToArray();
    }

    /// <summary>The broadcast address or the other end: empty where there is none, null where there is not even a place for one.</summary>
    public static byte[]? DestinationOf(ProtocolAddress address) =>
        !address.HasDestination ? null : address.Destination is { } destination ? SocketAddresses.Of(destination) : [];

    private static byte[] Interface(NetworkInterface one, bool isLong)
    {
        var addresses = new RoutingAddresses { [RoutingAddress.Interface] = one.Link.Bytes.ToArray() };
        byte[] message = addresses.ToMessage(isLong ? IfMsghdrlLayout.Size : ShortInterfaceHeader, isAligned: true);
        WriteStart(message, RouteMessageType.Interface, addresses.Present, (int)one.Flags, one.Index, isLong);
        InterfaceData.Write(message.AsSpan(isLong ? IfMsghdrlLayout.Data : ShortInterfaceData), one);
        return message;
    }

    private static byte[] Address(ProtocolAddress address, bool isLong)
    {
        var addresses = new RoutingAddresses
        {
            [RoutingAddress.Mask] = SocketAddresses.MaskOf(address.Family, address.PrefixLength),
            [RoutingAddress.Source] = SocketAddresses.Of(address.Address),
            [RoutingAddress.Broadcast] = DestinationOf(address),
        };
        byte[] message = addresses.ToMessage(isLong ? IfaMsghdrlLayout.Size : ShortAddressHeader, isAligned: true);
        WriteStart(message, RouteMessageType.NewAddress, addresses.Present, address.Flags, address.Interface.Index, isLong);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(isLong ? Metric : ShortMetric), address.Interface.Metric);
        if (isLong)
        {
            InterfaceData.WriteLength(message.AsSpan(IfMsghdrlLayout.Data));
        }

        return message;
    }

    private static void WriteStart(Span<byte> message, RouteMessageType type, int addresses, int flags, int index, bool isLong)
    {
        RouteHeader.WriteStart(message, type);
        BinaryPrimitives.WriteInt32LittleEndian(message[IfMsghdrlLayout.Addresses..], addresses);
        BinaryPrimitives.WriteInt32LittleEndian(message[IfMsghdrlLayout.Flags..], flags);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfMsghdrlLayout.Index..], (ushort)index);
        if (isLong)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(message[IfMsghdrlLayout.HeaderLength..], IfMsghdrlLayout.Size);
            BinaryPrimitives.WriteUInt16LittleEndian(message[IfMsghdrlLayout.DataOffset..], IfMsghdrlLayout.Data);
        }
    }
}
