using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>Routing messages as bytes: what is written to a routing socket, read from it, and found in a dump of the table (route(4)).</summary>
public static class RouteMessageEncoding
{
    /// <summary>The most bytes that a message takes here.</summary>
    internal const int MaximumLength = RtMsghdrLayout.Size + (4 * 64);

    [AbiConstant("RTM_VERSION")]
    internal const byte Version = 5;

    [AbiConstant("RTV_MTU")]
    private const int InitialisesMtu = 1;

    // What tells a reader where the message ends and that it understands it.
    private const int PreambleLength = RtMsghdrLayout.Type + 1;

    /// <summary>Makes a message.</summary>
    /// <param name="message">What it says. The flags that follow from the route are added.</param>
    /// <exception cref="ArgumentException">Destination and gateway are of different families, or the prefix length cannot be.</exception>
    public static byte[] Encode(RouteMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Route route = message.Route;
        InternetFamily family = Sockaddr.FamilyOf(route.Destination);
        Sockaddr.RequirePrefix(family, route.PrefixLength);
        if (route.Gateway is not null && Sockaddr.FamilyOf(route.Gateway) != family)
        {
            throw new ArgumentException($"The gateway {route.Gateway} is not of the family of {route.Destination}.");
        }

        Span<byte> bytes = stackalloc byte[MaximumLength];
        bytes.Clear();
        (int length, RouteAddresses addresses) = WriteAddresses(bytes, message.Type, route, family);
        WriteHeader(bytes, message, length, addresses, FlagsOf(message.Type, route, family));
        return bytes[..length].ToArray();
    }

    /// <summary>Reads a message about a route.</summary>
    /// <param name="bytes">The message; what follows it is left alone.</param>
    /// <returns>Null where it is none about an internet route.</returns>
    /// <exception cref="InvalidDataException">It ends early.</exception>
    public static RouteMessage? Decode(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> message = Take(bytes, out RouteMessageType type);
        if (type is not (RouteMessageType.Add or RouteMessageType.Delete or RouteMessageType.Change or RouteMessageType.Get or RouteMessageType.Miss))
        {
            return null;
        }

        if (message.Length < RtMsghdrLayout.Size)
        {
            throw new InvalidDataException($"A routing message has {message.Length} bytes; its header alone takes {RtMsghdrLayout.Size}.");
        }

        return ReadRoute(message) is not { } route ? null : new RouteMessage(
            type,
            BinaryPrimitives.ReadInt32LittleEndian(message[RtMsghdrLayout.Sequence..]),
            BinaryPrimitives.ReadInt32LittleEndian(message[RtMsghdrLayout.Process..]),
            BinaryPrimitives.ReadInt32LittleEndian(message[RtMsghdrLayout.Errno..]),
            route);
    }

    /// <summary>Reads the routes of a dump.</summary>
    /// <param name="bytes">Messages one after another.</param>
    /// <exception cref="InvalidDataException">A message ends early.</exception>
    public static IReadOnlyList<Route> DecodeTable(ReadOnlySpan<byte> bytes)
    {
        var routes = new List<Route>();
        while (bytes.Length != 0)
        {
            if (Decode(bytes) is { } message)
            {
                routes.Add(message.Route);
            }

            bytes = bytes[Take(bytes, out _).Length..];
        }

        return routes;
    }

    /// <summary>Takes the first message of several.</summary>
    /// <exception cref="InvalidDataException">It ends early.</exception>
    internal static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, out RouteMessageType type)
    {
        int length = bytes.Length < PreambleLength ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        if (length < PreambleLength || length > bytes.Length)
        {
            throw new InvalidDataException($"A routing message of {length} bytes stands where {bytes.Length} are left.");
        }

        type = bytes[RtMsghdrLayout.Version] == Version ? (RouteMessageType)bytes[RtMsghdrLayout.Type] : RouteMessageType.None;
        return bytes[..length];
    }

    private static RouteFlags FlagsOf(RouteMessageType type, Route route, InternetFamily family)
    {
        RouteFlags flags = route.Flags;
        if (route.PrefixLength == Sockaddr.BitsOf(family))
        {
            flags |= RouteFlags.Host;
        }

        if (route.Gateway is not null)
        {
            flags |= RouteFlags.Gateway;
        }

        return type is RouteMessageType.Add or RouteMessageType.Change ? flags | RouteFlags.Up | RouteFlags.Static : flags;
    }

    private static (int Length, RouteAddresses Addresses) WriteAddresses(
        Span<byte> bytes, RouteMessageType type, Route route, InternetFamily family)
    {
        int at = RtMsghdrLayout.Size;
        var addresses = RouteAddresses.Destination;
        at += RouteSockaddrs.PaddedLength(Sockaddr.Write(bytes[at..], route.Destination));
        if (route.Gateway is not null)
        {
            addresses |= RouteAddresses.Gateway;
            at += RouteSockaddrs.PaddedLength(Sockaddr.Write(bytes[at..], route.Gateway));
        }
        else if (route.InterfaceIndex != 0)
        {
            addresses |= RouteAddresses.Gateway;
            at += RouteSockaddrs.PaddedLength(Sockaddr.WriteLink(bytes[at..], route.InterfaceIndex));
        }

        if (route.PrefixLength != Sockaddr.BitsOf(family))
        {
            addresses |= RouteAddresses.Mask;
            at += RouteSockaddrs.PaddedLength(Sockaddr.WriteMask(bytes[at..], family, route.PrefixLength));
        }

        if (type == RouteMessageType.Get || (route.Gateway is not null && route.InterfaceIndex != 0))
        {
            addresses |= RouteAddresses.Interface;
            at += RouteSockaddrs.PaddedLength(Sockaddr.WriteLink(bytes[at..], route.InterfaceIndex));
        }

        return (at, addresses);
    }

    private static void WriteHeader(Span<byte> bytes, RouteMessage message, int length, RouteAddresses addresses, RouteFlags flags)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[RtMsghdrLayout.MessageLength..], (ushort)length);
        bytes[RtMsghdrLayout.Version] = Version;
        bytes[RtMsghdrLayout.Type] = (byte)message.Type;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[RtMsghdrLayout.Index..], checked((ushort)message.Route.InterfaceIndex));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[RtMsghdrLayout.Flags..], (uint)flags);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[RtMsghdrLayout.Addresses..], (int)addresses);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[RtMsghdrLayout.Process..], message.Process);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[RtMsghdrLayout.Sequence..], message.Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[RtMsghdrLayout.Errno..], message.Errno);
        if (message.Route.Mtu != 0)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[RtMsghdrLayout.Initialised..], InitialisesMtu);
            BinaryPrimitives.WriteInt64LittleEndian(bytes[RtMsghdrLayout.Mtu..], message.Route.Mtu);
        }
    }

    private static Route? ReadRoute(ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> addresses = message[RtMsghdrLayout.Size..];
        var present = (RouteAddresses)BinaryPrimitives.ReadInt32LittleEndian(message[RtMsghdrLayout.Addresses..]);
        if (Sockaddr.Read(RouteSockaddrs.Find(addresses, present, RouteAddresses.Destination)) is not { } destination)
        {
            return null;
        }

        InternetFamily family = Sockaddr.FamilyOf(destination);
        ReadOnlySpan<byte> mask = RouteSockaddrs.Find(addresses, present, RouteAddresses.Mask);
        ReadOnlySpan<byte> gateway = RouteSockaddrs.Find(addresses, present, RouteAddresses.Gateway);
        ReadOnlySpan<byte> link = RouteSockaddrs.Find(addresses, present, RouteAddresses.Interface);
        int index = BinaryPrimitives.ReadUInt16LittleEndian(message[RtMsghdrLayout.Index..]);
        return new Route
        {
            Destination = destination,
            PrefixLength = (present & RouteAddresses.Mask) == 0 ? Sockaddr.BitsOf(family)
                : mask.IsEmpty ? 0 : Sockaddr.ReadMask(mask, family),
            Gateway = Sockaddr.Read(gateway),
            InterfaceIndex = index != 0 ? index : Sockaddr.ReadLinkIndex(gateway) ?? 0,
            Interface = Sockaddr.ReadLinkName(link),
            Flags = (RouteFlags)BinaryPrimitives.ReadUInt32LittleEndian(message[RtMsghdrLayout.Flags..]),
            Mtu = (int)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(message[RtMsghdrLayout.Mtu..]), int.MaxValue),
        };
    }
}
