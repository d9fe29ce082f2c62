using System.Net;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>Arithmetic of addresses and masks.</summary>
internal static class IpNetworks
{
    /// <summary>The address without the bits that the mask leaves out; its scope stays.</summary>
    public static IPAddress Mask(IPAddress address, int prefixLength)
    {
        byte[] bytes = address.GetAddressBytes();
        byte[] mask = new byte[bytes.Length];
        Sockaddr.FillPrefix(mask, prefixLength);
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] &= mask[index];
        }

        return Sockaddr.FamilyOf(address) == InternetFamily.IPv4 ? new IPAddress(bytes) : new IPAddress(bytes, address.ScopeId);
    }

    /// <summary>The last address of an IPv4 network.</summary>
    public static IPAddress LastOf(IPAddress address, int prefixLength)
    {
        byte[] bytes = address.GetAddressBytes();
        byte[] mask = new byte[bytes.Length];
        Sockaddr.FillPrefix(mask, prefixLength);
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] |= (byte)~mask[index];
        }

        return new IPAddress(bytes);
    }

    /// <summary>Whether an IPv6 address means something on one link only: fe80::/10, and multicast to a node or a link.</summary>
    public static bool IsOfLink(IPAddress address) => Sockaddr.FamilyOf(address) == InternetFamily.IPv6
        && (address.IsIPv6LinkLocal || (address.GetAddressBytes() is [0xff, byte second, ..] && (second & 0xf) is 1 or 2));

    /// <summary>Gives an address of a link the scope of that link's interface.</summary>
    public static IPAddress WithScope(IPAddress address, int index) =>
        IsOfLink(address) && address.ScopeId == 0 ? new IPAddress(address.GetAddressBytes(), index) : address;
}
