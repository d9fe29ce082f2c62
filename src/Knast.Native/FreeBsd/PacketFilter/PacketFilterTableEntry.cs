using System.Net;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>A network in a table.</summary>
/// <param name="Address">Its first address.</param>
/// <param name="PrefixLength">Its bits.</param>
/// <param name="IsNegated">Whether it is taken out of a larger one.</param>
public sealed record PacketFilterTableEntry(IPAddress Address, int PrefixLength, bool IsNegated = false)
{
    /// <summary>One address.</summary>
    /// <param name="address">The address.</param>
    public static PacketFilterTableEntry Host(IPAddress address) => new(address, Sockaddr.BitsOf(Sockaddr.FamilyOf(address)));

    /// <summary>Writes struct pfr_addr.</summary>
    /// <exception cref="ArgumentException">The prefix length cannot be.</exception>
    internal void Write(Span<byte> entry)
    {
        InternetFamily family = Sockaddr.FamilyOf(Address);
        Sockaddr.RequirePrefix(family, PrefixLength);
        entry[..PfrAddrLayout.Size].Clear();
        Address.TryWriteBytes(entry[PfrAddrLayout.Address..], out _);
        entry[PfrAddrLayout.AddressFamily] = (byte)family;
        entry[PfrAddrLayout.PrefixLength] = (byte)PrefixLength;
        entry[PfrAddrLayout.Negated] = IsNegated ? (byte)1 : (byte)0;
    }

    /// <summary>Reads struct pfr_addr.</summary>
    /// <returns>Null where it is of no internet family.</returns>
    internal static PacketFilterTableEntry? Read(ReadOnlySpan<byte> entry)
    {
        var family = (InternetFamily)entry[PfrAddrLayout.AddressFamily];
        return family is not (InternetFamily.IPv4 or InternetFamily.IPv6) ? null : new PacketFilterTableEntry(
            PacketFilterAddressEncoding.ReadAddress(entry[PfrAddrLayout.Address..], family),
            entry[PfrAddrLayout.PrefixLength],
            entry[PfrAddrLayout.Negated] != 0);
    }
}
