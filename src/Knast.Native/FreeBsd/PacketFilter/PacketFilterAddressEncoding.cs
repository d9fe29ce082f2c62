using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Addresses and ports as struct pf_addr_wrap and struct pf_rule_addr hold them (netpfil/pf/pf.h).</summary>
internal static class PacketFilterAddressEncoding
{
    /// <summary>Writes one end of a rule.</summary>
    public static void Write(Span<byte> end, PacketFilterEndpoint endpoint)
    {
        Write(end[PfRuleAddrLayout.Address..], endpoint.Address);
        BinaryPrimitives.WriteUInt16BigEndian(end[PfRuleAddrLayout.Ports..], endpoint.Ports.First);
        BinaryPrimitives.WriteUInt16BigEndian(end[(PfRuleAddrLayout.Ports + sizeof(ushort))..], endpoint.Ports.Second);
        end[PfRuleAddrLayout.Negated] = endpoint.IsNegated ? (byte)1 : (byte)0;
        end[PfRuleAddrLayout.PortOperator] = (byte)endpoint.Ports.Operator;
    }

    /// <summary>Reads one end of a rule.</summary>
    public static PacketFilterEndpoint ReadEndpoint(ReadOnlySpan<byte> end, InternetFamily family) => new(
        Read(end[PfRuleAddrLayout.Address..], family),
        new PacketFilterPorts(
            (PacketFilterPortOperator)end[PfRuleAddrLayout.PortOperator],
            BinaryPrimitives.ReadUInt16BigEndian(end[PfRuleAddrLayout.Ports..]),
            BinaryPrimitives.ReadUInt16BigEndian(end[(PfRuleAddrLayout.Ports + sizeof(ushort))..])),
        end[PfRuleAddrLayout.Negated] != 0);

    /// <summary>Writes an address.</summary>
    public static void Write(Span<byte> wrap, PacketFilterAddress address)
    {
        wrap[PfAddrWrapLayout.Type] = (byte)address.Kind;
        wrap[PfAddrWrapLayout.InterfaceFlags] = (byte)address.InterfaceFlags;
        Span<byte> first = wrap.Slice(PfAddrWrapLayout.Address, PfAddrLayout.Size);
        Span<byte> second = wrap.Slice(PfAddrWrapLayout.Mask, PfAddrLayout.Size);
        switch (address.Kind)
        {
            case PacketFilterAddressKind.Network:
                address.Address?.TryWriteBytes(first, out _);
                FillMask(second, address.Family, address.PrefixLength);
                break;
            case PacketFilterAddressKind.Range:
                address.Address!.TryWriteBytes(first, out _);
                address.Last!.TryWriteBytes(second, out _);
                break;
            case PacketFilterAddressKind.Interface:
                FixedText.Write(wrap.Slice(PfAddrWrapLayout.Interface, InterfaceName.FieldSize), address.Name, "The interface name");
                FillMask(second, InternetFamily.IPv6, address.PrefixLength);
                break;
            case PacketFilterAddressKind.Table:
                FixedText.Write(wrap.Slice(PfAddrWrapLayout.Table, PacketFilterNames.TableSize), address.Name, "The table");
                break;
        }
    }

    /// <summary>Reads an address.</summary>
    /// <param name="wrap">The structure.</param>
    /// <param name="family">The family that the rule is about; where it is about both, an address that has more than four bytes is IPv6.</param>
    /// <exception cref="InvalidDataException">A kind that there is not, or a name that cannot be.</exception>
    public static PacketFilterAddress Read(ReadOnlySpan<byte> wrap, InternetFamily family)
    {
        ReadOnlySpan<byte> first = wrap.Slice(PfAddrWrapLayout.Address, PfAddrLayout.Size);
        ReadOnlySpan<byte> second = wrap.Slice(PfAddrWrapLayout.Mask, PfAddrLayout.Size);
        var kind = (PacketFilterAddressKind)wrap[PfAddrWrapLayout.Type];
        InternetFamily own = family != InternetFamily.Unspecified ? family : FamilyOf(first, second);
        return kind switch
        {
            PacketFilterAddressKind.Network => PacketFilterAddress.Network(
                ReadAddress(first, own), Sockaddr.LeadingOnes(second[..(Sockaddr.BitsOf(own) / 8)])),
            PacketFilterAddressKind.Range => PacketFilterAddress.Range(ReadAddress(first, own), ReadAddress(second, own)),
            PacketFilterAddressKind.Interface => ReadInterface(wrap, second),
            PacketFilterAddressKind.Table => ReadTable(wrap),
            PacketFilterAddressKind.NoRoute => PacketFilterAddress.NoRoute,
            PacketFilterAddressKind.ReversePathFailed => PacketFilterAddress.ReversePathFailed,
            _ => throw new InvalidDataException($"A rule has an address of the unknown kind {(int)kind}."),
        };
    }

    /// <summary>Reads the bytes of an address.</summary>
    public static IPAddress ReadAddress(ReadOnlySpan<byte> bytes, InternetFamily family) => new(bytes[..(Sockaddr.BitsOf(family) / 8)]);

    private static PacketFilterAddress ReadInterface(ReadOnlySpan<byte> wrap, ReadOnlySpan<byte> mask)
    {
        string name = InterfaceName.Read(wrap[PfAddrWrapLayout.Interface..]);
        return name.Length is > 0 and < InterfaceName.FieldSize
            ? PacketFilterAddress.OfInterface(name, (PacketFilterInterfaceFlags)wrap[PfAddrWrapLayout.InterfaceFlags], Sockaddr.LeadingOnes(mask))
            : throw new InvalidDataException($"A rule names the interface \"{name}\".");
    }

    private static PacketFilterAddress ReadTable(ReadOnlySpan<byte> wrap)
    {
        string name = FixedText.Read(wrap.Slice(PfAddrWrapLayout.Table, PacketFilterNames.TableSize));
        return name.Length is > 0 and < PacketFilterNames.TableSize
            ? PacketFilterAddress.Table(name)
            : throw new InvalidDataException($"A rule names the table \"{name}\".");
    }

    private static InternetFamily FamilyOf(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        first[4..].ContainsAnyExcept((byte)0) || second[4..].ContainsAnyExcept((byte)0) ? InternetFamily.IPv6 : InternetFamily.IPv4;

    private static void FillMask(Span<byte> mask, InternetFamily family, int prefixLength) =>
        Sockaddr.FillPrefix(mask[..(family == InternetFamily.IPv4 ? 4 : mask.Length)], prefixLength);
}
