using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>Socket addresses as routing messages have them.</summary>
internal static class SocketAddresses
{
    private const int ShortLinkLength = 16;

    /// <summary>An IPv4 or IPv6 address.</summary>
    public static byte[] Of(IPAddress address)
    {
        byte[] bytes = new byte[Sockaddr.LengthOf(Sockaddr.FamilyOf(address))];
        Sockaddr.Write(bytes, address);
        return bytes;
    }

    /// <summary>A mask.</summary>
    public static byte[] MaskOf(InternetFamily family, int prefixLength)
    {
        byte[] bytes = new byte[Sockaddr.LengthOf(family)];
        Sockaddr.WriteMask(bytes, family, prefixLength);
        return bytes;
    }

    /// <summary>An interface as a gateway: its number and type (struct sockaddr_dl_short).</summary>
    public static byte[] OfGateway(NetworkInterface gateway)
    {
        byte[] bytes = new byte[ShortLinkLength];
        WriteLink(bytes, gateway);
        return bytes;
    }

    /// <summary>A link-level address without the interface's name.</summary>
    public static byte[] OfLink(NetworkInterface owner, ReadOnlySpan<byte> address)
    {
        byte[] bytes = new byte[SockaddrDlLayout.Size];
        WriteLink(bytes, owner);
        bytes[SockaddrDlLayout.AddressLength] = (byte)address.Length;
        address.CopyTo(bytes.AsSpan(SockaddrDlLayout.Data));
        return bytes;
    }

    /// <summary>The gateway of a next hop.</summary>
    public static byte[] OfGateway(NextHop hop) => hop.Gateway is { } gateway ? Of(gateway) : OfGateway(hop.LinkGateway);

    /// <summary>The source of a next hop.</summary>
    public static byte[] OfSource(NextHop hop) => hop.Source is { } source ? Of(source.Address) : hop.Interface.Link.Bytes.ToArray();

    private static void WriteLink(Span<byte> to, NetworkInterface owner)
    {
        to[SockaddrDlLayout.Length] = (byte)to.Length;
        to[SockaddrDlLayout.Family] = Sockaddr.LinkFamily;
        BinaryPrimitives.WriteUInt16LittleEndian(to[SockaddrDlLayout.Index..], (ushort)owner.Index);
        to[SockaddrDlLayout.Type] = (byte)owner.Type;
    }
}
