using System.Net;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>An address of a rule or a pool: a network, a range, an interface's, a table's, or what no route leads to.</summary>
public sealed record PacketFilterAddress
{
    private const int AllBits = 128;

    private PacketFilterAddress(PacketFilterAddressKind kind)
    {
        Kind = kind;
    }

    /// <summary>What it is.</summary>
    public PacketFilterAddressKind Kind { get; }

    /// <summary>The network's address, or the first of a range; null for others and for <see cref="Any"/>.</summary>
    public IPAddress? Address { get; private init; }

    /// <summary>The last address of a range.</summary>
    public IPAddress? Last { get; private init; }

    /// <summary>Bits of the network; for an interface 128, unless a network of that size around each of its addresses is meant.</summary>
    public int PrefixLength { get; private init; }

    /// <summary>The name of the interface, its group, or the table.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Which of the interface's addresses.</summary>
    public PacketFilterInterfaceFlags InterfaceFlags { get; private init; }

    /// <summary>Every address.</summary>
    public static PacketFilterAddress Any { get; } = new(PacketFilterAddressKind.Network);

    /// <summary>Whatever no route leads to.</summary>
    public static PacketFilterAddress NoRoute { get; } = new(PacketFilterAddressKind.NoRoute);

    /// <summary>A source that does not fit the interface.</summary>
    public static PacketFilterAddress ReversePathFailed { get; } = new(PacketFilterAddressKind.ReversePathFailed);

    /// <summary>A network. The bits of the host are cleared.</summary>
    /// <param name="address">An address of it.</param>
    /// <param name="prefixLength">Its bits.</param>
    /// <exception cref="ArgumentException">The prefix length cannot be.</exception>
    public static PacketFilterAddress Network(IPAddress address, int prefixLength)
    {
        Sockaddr.RequirePrefix(Sockaddr.FamilyOf(address), prefixLength);
        if (prefixLength == 0)
        {
            return Any;
        }

        byte[] bytes = address.GetAddressBytes();
        Span<byte> mask = stackalloc byte[bytes.Length];
        Sockaddr.FillPrefix(mask, prefixLength);
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] &= mask[index];
        }

        return new(PacketFilterAddressKind.Network) { Address = new IPAddress(bytes), PrefixLength = prefixLength };
    }

    /// <summary>One address.</summary>
    /// <param name="address">The address.</param>
    public static PacketFilterAddress Host(IPAddress address) => Network(address, Sockaddr.BitsOf(Sockaddr.FamilyOf(address)));

    /// <summary>Addresses from one to another.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    /// <exception cref="ArgumentException">They are of different families.</exception>
    public static PacketFilterAddress Range(IPAddress first, IPAddress last) => Sockaddr.FamilyOf(first) == Sockaddr.FamilyOf(last)
        ? new(PacketFilterAddressKind.Range) { Address = first, Last = last }
        : throw new ArgumentException($"{first} and {last} are of different families.");

    /// <summary>The addresses that an interface has at the time.</summary>
    /// <param name="name">The interface or a group of them.</param>
    /// <param name="flags">Which of its addresses.</param>
    /// <param name="prefixLength">Bits of the networks around them that are meant; 128 for the addresses alone.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes, or the prefix length cannot be.</exception>
    public static PacketFilterAddress OfInterface(
        string name, PacketFilterInterfaceFlags flags = PacketFilterInterfaceFlags.None, int prefixLength = AllBits)
    {
        InterfaceName.Require(name);
        Sockaddr.RequirePrefix(InternetFamily.IPv6, prefixLength);
        return new(PacketFilterAddressKind.Interface) { Name = name, InterfaceFlags = flags, PrefixLength = prefixLength };
    }

    /// <summary>What a table holds at the time.</summary>
    /// <param name="name">The table; one of the anchor, else one of the main ruleset.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 31 bytes.</exception>
    public static PacketFilterAddress Table(string name)
    {
        PacketFilterNames.RequireTable(name);
        return new(PacketFilterAddressKind.Table) { Name = name };
    }

    /// <summary>The family of its addresses; <see cref="InternetFamily.Unspecified"/> where they can be of either.</summary>
    public InternetFamily Family => Address is null ? InternetFamily.Unspecified : Sockaddr.FamilyOf(Address);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PacketFilterAddressKind.Network when Address is null => "any",
        PacketFilterAddressKind.Network when PrefixLength == Sockaddr.BitsOf(Family) => $"{Address}",
        PacketFilterAddressKind.Network => $"{Address}/{PrefixLength}",
        PacketFilterAddressKind.Range => $"{Address} - {Last}",
        PacketFilterAddressKind.Interface => $"({Name}{Modifiers()})",
        PacketFilterAddressKind.Table => $"<{Name}>",
        PacketFilterAddressKind.NoRoute => "no-route",
        _ => "urpf-failed",
    };

    private string Modifiers()
    {
        string text = (InterfaceFlags.HasFlag(PacketFilterInterfaceFlags.Network) ? ":network" : "")
            + (InterfaceFlags.HasFlag(PacketFilterInterfaceFlags.Broadcast) ? ":broadcast" : "")
            + (InterfaceFlags.HasFlag(PacketFilterInterfaceFlags.Peer) ? ":peer" : "")
            + (InterfaceFlags.HasFlag(PacketFilterInterfaceFlags.NoAlias) ? ":0" : "");
        return PrefixLength == AllBits ? text : $"{text}/{PrefixLength}";
    }
}
