using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>Reads a message that was written to a routing socket, with the checks of the kernel (rt_xaddrs and cleanup_xaddrs of net/rtsock.c).</summary>
internal static class RouteMessageReader
{
    private const int Count = 8;
    private const int Alignment = 8;
    private const int ShortestAddress4 = 8;
    private const int ShortestLink = 8;
    private const int InitialisesMtu = 1;
    private const int InitialisesWeight = 0x200;

    /// <summary>Reads what is asked.</summary>
    /// <param name="message">The message; its header is whole.</param>
    /// <exception cref="KernelError">EINVAL; EAFNOSUPPORT: a destination of a family that has no routes.</exception>
    public static RouteRequest Read(ReadOnlySpan<byte> message)
    {
        byte[]?[] addresses = Divide(message);
        byte[] destination = addresses[(int)RoutingAddress.Destination] ?? throw new KernelError(ErrorCode.EINVAL);
        InternetFamily family = FamilyOf(destination);
        KernelError.Unless(family is InternetFamily.IPv4 or InternetFamily.IPv6, ErrorCode.EAFNOSUPPORT);
        KernelError.Unless(destination[0] >= Shortest(family), ErrorCode.EINVAL);
        var flags = (RouteFlags)BinaryPrimitives.ReadUInt32LittleEndian(message[RtMsghdrLayout.Flags..]);
        int prefix = flags.HasFlag(RouteFlags.LinkData) ? Sockaddr.BitsOf(family) : PrefixOf(addresses[(int)RoutingAddress.Mask], family);
        bool isHost = prefix == Sockaddr.BitsOf(family);
        byte[]? link = addresses[(int)RoutingAddress.Interface];
        byte[]? source = addresses[(int)RoutingAddress.Source];
        int inits = BinaryPrimitives.ReadInt32LittleEndian(message[RtMsghdrLayout.Initialised..]);
        return new RouteRequest
        {
            Type = (RouteMessageType)message[RtMsghdrLayout.Type],
            Flags = isHost ? flags | RouteFlags.Host : flags & ~RouteFlags.Host,
            Destination = IpNetworks.Mask(AddressOf(destination), prefix),
            PrefixLength = prefix,
            HasMask = addresses[(int)RoutingAddress.Mask] is not null,
            Gateway = GatewayOf(addresses[(int)RoutingAddress.Gateway]),
            InterfaceIndex = link is null ? 0 : Sockaddr.ReadLinkIndex(link) ?? 0,
            InterfaceName = link is null ? "" : Sockaddr.ReadLinkName(link),
            AsksForInterface = link is not null || source is not null,
            Source = source is null ? null : Sockaddr.Read(source),
            Mtu = (inits & InitialisesMtu) != 0 ? (int)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(message[RtMsghdrLayout.Mtu..]), int.MaxValue) : null,
            Weight = (inits & InitialisesWeight) != 0 ? (uint)BinaryPrimitives.ReadUInt64LittleEndian(message[RtMsghdrLayout.Weight..]) : 0,
        };
    }

    /// <summary>The addresses as they are after the kernel cleaned them, for an answer that says what was wrong.</summary>
    public static RoutingAddresses Cleaned(ReadOnlySpan<byte> message, RouteRequest request)
    {
        byte[]?[] addresses = Divide(message);
        InternetFamily family = Sockaddr.FamilyOf(request.Destination);
        bool isHost = request.PrefixLength == Sockaddr.BitsOf(family);
        var cleaned = new RoutingAddresses();
        for (int index = 0; index < Count; index++)
        {
            cleaned[(RoutingAddress)index] = addresses[index];
        }

        cleaned[RoutingAddress.Destination] = SocketAddresses.Of(request.Destination);
        cleaned[RoutingAddress.Mask] = isHost || addresses[(int)RoutingAddress.Mask] is null ? null : SocketAddresses.MaskOf(family, request.PrefixLength);
        if (request.Gateway?.Address is { } gateway)
        {
            cleaned[RoutingAddress.Gateway] = SocketAddresses.Of(gateway);
        }

        return cleaned;
    }

    /// <summary>A route into nothing (RTF_BLACKHOLE, RTF_REJECT) leads to the loopback's address.</summary>
    /// <exception cref="KernelError">EINVAL: both flags; EOPNOTSUPP: the loopback has no address of the family.</exception>
    public static RouteRequest WithLoopback(RouteRequest request, Vnet vnet)
    {
        RouteFlags nowhere = request.Flags & (RouteFlags.Blackhole | RouteFlags.Reject);
        if (nowhere == 0)
        {
            return request;
        }

        KernelError.Unless(nowhere is RouteFlags.Blackhole or RouteFlags.Reject, ErrorCode.EINVAL);
        InternetFamily family = Sockaddr.FamilyOf(request.Destination);
        ProtocolAddress source = vnet.Loopback.AddressesOf(family).FirstOrDefault() ?? throw new KernelError(ErrorCode.EOPNOTSUPP);
        return request with
        {
            Flags = request.Flags | RouteFlags.Gateway,
            Gateway = new RouteGateway(family == InternetFamily.IPv4 ? IPAddress.Loopback : IPAddress.IPv6Loopback, 0),
            InterfaceIndex = vnet.Loopback.Index,
            Source = source.Address,
        };
    }

    private static byte[]?[] Divide(ReadOnlySpan<byte> message)
    {
        int present = BinaryPrimitives.ReadInt32LittleEndian(message[RtMsghdrLayout.Addresses..]);
        ReadOnlySpan<byte> rest = message[RtMsghdrLayout.Size..];
        var addresses = new byte[]?[Count];
        for (int index = 0; index < Count && rest.Length > 0; index++)
        {
            if ((present & (1 << index)) == 0)
            {
                continue;
            }

            int length = rest[0];
            KernelError.Unless(length <= rest.Length, ErrorCode.EINVAL);
            if (length == 0)
            {
                // One of no length ends the list.
                addresses[index] = [0, 0];
                break;
            }

            addresses[index] = rest[..length].ToArray();
            rest = rest[Math.Min((length + Alignment - 1) & ~(Alignment - 1), rest.Length)..];
        }

        return addresses;
    }

    private static InternetFamily FamilyOf(ReadOnlySpan<byte> address) => address.Length > 1 ? (InternetFamily)address[1] : InternetFamily.Unspecified;

    private static int Shortest(InternetFamily family) => family == InternetFamily.IPv4 ? 1 : SockaddrIn6Layout.Size;

    private static IPAddress AddressOf(ReadOnlySpan<byte> address) => EmbeddedScope.Read(Sockaddr.Read(address)!);

    // A mask may be cut short: what is missing is zero.
    private static int PrefixOf(byte[]? mask, InternetFamily family)
    {
        if (mask is null)
        {
            return Sockaddr.BitsOf(family);
        }

        int offset = family == InternetFamily.IPv4 ? SockaddrInLayout.Address : SockaddrIn6Layout.Address;
        KernelError.Unless(mask[0] >= offset, ErrorCode.EINVAL);
        Span<byte> bits = stackalloc byte[Sockaddr.BitsOf(family) / 8];
        bits.Clear();
        mask.AsSpan(Math.Min(offset, mask.Length), Math.Min(bits.Length, Math.Max(0, mask.Length - offset))).CopyTo(bits);
        return Sockaddr.LeadingOnes(bits);
    }

    private static RouteGateway? GatewayOf(byte[]? gateway)
    {
        if (gateway is null)
        {
            return null;
        }

        switch (FamilyOf(gateway))
        {
            case InternetFamily.IPv4:
                KernelError.Unless(((gateway[0] + Alignment - 1) & ~(Alignment - 1)) >= ShortestAddress4, ErrorCode.EINVAL);
                return new RouteGateway(AddressOf(gateway), 0);
            case InternetFamily.IPv6:
                KernelError.Unless(gateway[0] >= SockaddrIn6Layout.Size, ErrorCode.EINVAL);
                return new RouteGateway(AddressOf(gateway), 0);
            case (InternetFamily)Sockaddr.LinkFamily:
                KernelError.Unless(gateway[0] >= ShortestLink, ErrorCode.EINVAL);
                return new RouteGateway(null, BinaryPrimitives.ReadUInt16LittleEndian(gateway.AsSpan(SockaddrDlLayout.Index)));
            default:
                throw new KernelError(ErrorCode.EINVAL);
        }
    }
}
