using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Routes;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>The messages in which the kernel lists interfaces, each followed by those of its addresses (net/if.h, struct if_msghdrl and ifa_msghdrl).</summary>
public static class InterfaceListEncoding
{
    private const int Alignment = 8;
    private const int MaximumMessage = 512;

    /// <summary>Reads a list.</summary>
    /// <param name="bytes">Messages one after another; those of other kinds are skipped.</param>
    /// <exception cref="InvalidDataException">A message ends early, or an address comes before its interface.</exception>
    public static IReadOnlyList<InterfaceStatus> Decode(ReadOnlySpan<byte> bytes)
    {
        var interfaces = new List<InterfaceStatus>();
        var addresses = new List<InterfaceAddress>();
        while (bytes.Length != 0)
        {
            ReadOnlySpan<byte> message = RouteMessageEncoding.Take(bytes, out RouteMessageType type);
            bytes = bytes[message.Length..];
            if (type == RouteMessageType.Interface)
            {
                addresses = [];
                interfaces.Add(ReadInterface(message, addresses));
            }
            else if (type == RouteMessageType.NewAddress && ReadAddress(message, interfaces) is { } address)
            {
                addresses.Add(address);
            }
        }

        return interfaces;
    }

    /// <summary>Makes a list, as the kernel does.</summary>
    /// <param name="interfaces">The interfaces.</param>
    /// <exception cref="ArgumentException">A name is too long, or a prefix length cannot be.</exception>
    public static byte[] Encode(IEnumerable<InterfaceStatus> interfaces)
    {
        ArgumentNullException.ThrowIfNull(interfaces);
        var bytes = new MemoryStream();
        foreach (InterfaceStatus status in interfaces)
        {
            WriteInterface(bytes, status);
            foreach (InterfaceAddress address in status.Addresses)
            {
                WriteAddress(bytes, status, address);
            }
        }

        return bytes.ToArray();
    }

    private static InterfaceStatus ReadInterface(ReadOnlySpan<byte> message, List<InterfaceAddress> addresses)
    {
        ReadOnlySpan<byte> sockaddrs = Behind(message, IfMsghdrlLayout.Size, IfMsghdrlLayout.HeaderLength);
        int dataOffset = BinaryPrimitives.ReadUInt16LittleEndian(message[IfMsghdrlLayout.DataOffset..]);
        if (dataOffset + IfDataLayout.Size > message.Length)
        {
            throw new InvalidDataException($"The data of an interface are said to begin at {dataOffset} of {message.Length} bytes.");
        }

        ReadOnlySpan<byte> data = message.Slice(dataOffset, IfDataLayout.Size);
        var present = (RouteAddresses)BinaryPrimitives.ReadInt32LittleEndian(message[IfMsghdrlLayout.Addresses..]);
        ReadOnlySpan<byte> link = RouteSockaddrs.Find(sockaddrs, present, RouteAddresses.Interface);
        return new InterfaceStatus(
            BinaryPrimitives.ReadUInt16LittleEndian(message[IfMsghdrlLayout.Index..]),
            Sockaddr.ReadLinkName(link),
            (InterfaceType)data[IfDataLayout.Type],
            (InterfaceFlags)BinaryPrimitives.ReadInt32LittleEndian(message[IfMsghdrlLayout.Flags..]),
            BinaryPrimitives.ReadInt32LittleEndian(data[IfDataLayout.Mtu..]),
            (LinkState)data[IfDataLayout.LinkState],
            Sockaddr.ReadLinkAddress(link),
            addresses,
            new InterfaceTraffic(
                BinaryPrimitives.ReadUInt64LittleEndian(data[IfDataLayout.BytesReceived..]),
                BinaryPrimitives.ReadUInt64LittleEndian(data[IfDataLayout.BytesSent..]),
                BinaryPrimitives.ReadUInt64LittleEndian(data[IfDataLayout.PacketsReceived..]),
                BinaryPrimitives.ReadUInt64LittleEndian(data[IfDataLayout.PacketsSent..])));
    }

    private static InterfaceAddress? ReadAddress(ReadOnlySpan<byte> message, List<InterfaceStatus> interfaces)
    {
        ReadOnlySpan<byte> sockaddrs = Behind(message, IfaMsghdrlLayout.Size, IfaMsghdrlLayout.HeaderLength);
        int index = BinaryPrimitives.ReadUInt16LittleEndian(message[IfaMsghdrlLayout.Index..]);
        if (interfaces.Count == 0 || interfaces[^1].Index != index)
        {
            throw new InvalidDataException($"An address of interface {index} does not stand behind it.");
        }

        var present = (RouteAddresses)BinaryPrimitives.ReadInt32LittleEndian(message[IfaMsghdrlLayout.Addresses..]);
        if (Sockaddr.Read(RouteSockaddrs.Find(sockaddrs, present, RouteAddresses.InterfaceAddress)) is not { } address)
        {
            return null;
        }

        InternetFamily family = Sockaddr.FamilyOf(address);
        ReadOnlySpan<byte> mask = RouteSockaddrs.Find(sockaddrs, present, RouteAddresses.Mask);
        return new InterfaceAddress(
            address,
            (present & RouteAddresses.Mask) == 0 ? Sockaddr.BitsOf(family) : Sockaddr.ReadMask(mask, family),
            Sockaddr.Read(RouteSockaddrs.Find(sockaddrs, present, RouteAddresses.Broadcast)));
    }

    // A newer kernel may make its header longer, and says so.
    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> message, int shortest, int lengthOffset)
    {
        int header = message.Length < shortest ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(message[lengthOffset..]);
        return header >= shortest && header <= message.Length
            ? message[header..]
            : throw new InvalidDataException($"A message of {message.Length} bytes has a header of {header}; at least {shortest} are needed.");
    }

    private static void WriteInterface(MemoryStream output, InterfaceStatus status)
    {
        Span<byte> message = stackalloc byte[MaximumMessage];
        message.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(message[IfMsghdrlLayout.Addresses..], (int)RouteAddresses.Interface);
        BinaryPrimitives.WriteInt32LittleEndian(message[IfMsghdrlLayout.Flags..], (int)status.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfMsghdrlLayout.Index..], (ushort)status.Index);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfMsghdrlLayout.HeaderLength..], IfMsghdrlLayout.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfMsghdrlLayout.DataOffset..], IfMsghdrlLayout.Data);
        Span<byte> data = message[IfMsghdrlLayout.Data..];
        data[IfDataLayout.Type] = (byte)status.Type;
        data[IfDataLayout.LinkState] = (byte)status.LinkState;
        BinaryPrimitives.WriteInt32LittleEndian(data[IfDataLayout.Mtu..], status.Mtu);
        BinaryPrimitives.WriteUInt64LittleEndian(data[IfDataLayout.BytesReceived..], status.Traffic.BytesReceived);
        BinaryPrimitives.WriteUInt64LittleEndian(data[IfDataLayout.BytesSent..], status.Traffic.BytesSent);
        BinaryPrimitives.WriteUInt64LittleEndian(data[IfDataLayout.PacketsReceived..], status.Traffic.PacketsReceived);
        BinaryPrimitives.WriteUInt64LittleEndian(data[IfDataLayout.PacketsSent..], status.Traffic.PacketsSent);
        int link = Sockaddr.WriteLink(message[IfMsghdrlLayout.Size..], status.Index, status.Type, status.Name, status.LinkAddress);
        Append(output, message, IfMsghdrlLayout.Size + RouteSockaddrs.PaddedLength(link), RouteMessageType.Interface);
    }

    private static void WriteAddress(MemoryStream output, InterfaceStatus status, InterfaceAddress address)
    {
        Span<byte> message = stackalloc byte[MaximumMessage];
        message.Clear();
        RouteAddresses present = RouteAddresses.Mask | RouteAddresses.InterfaceAddress;
        int at = IfaMsghdrlLayout.Size;
        at += RouteSockaddrs.PaddedLength(
            Sockaddr.WriteMask(message[at..], Sockaddr.FamilyOf(address.Address), address.PrefixLength));
        at += RouteSockaddrs.PaddedLength(Sockaddr.Write(message[at..], address.Address));
        if (address.Peer is IPAddress peer)
        {
            present |= RouteAddresses.Broadcast;
            at += RouteSockaddrs.PaddedLength(Sockaddr.Write(message[at..], peer));
        }

        BinaryPrimitives.WriteInt32LittleEndian(message[IfaMsghdrlLayout.Addresses..], (int)present);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfaMsghdrlLayout.Index..], (ushort)status.Index);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfaMsghdrlLayout.HeaderLength..], IfaMsghdrlLayout.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfaMsghdrlLayout.DataOffset..], IfMsghdrlLayout.Data);
        Append(output, message, at, RouteMessageType.NewAddress);
    }

    private static void Append(MemoryStream output, Span<byte> message, int length, RouteMessageType type)
    {
        length = (length + Alignment - 1) & ~(Alignment - 1);
        BinaryPrimitives.WriteUInt16LittleEndian(message[IfMsghdrlLayout.MessageLength..], (ushort)length);
        message[IfMsghdrlLayout.Version] = RouteMessageEncoding.Version;
        message[IfMsghdrlLayout.Type] = (byte)type;
        output.Write(message[..length]);
    }
}
