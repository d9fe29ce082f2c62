using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>Reads and writes the socket addresses that interfaces and routes are described with: sockaddr_in, sockaddr_in6 and sockaddr_dl.</summary>
internal static class Sockaddr
{
    /// <summary>AF_LINK: a link-layer address or the number of an interface.</summary>
    [AbiConstant("AF_LINK")]
    public const int LinkFamily = 18;

    private const int BitsPerByte = 8;

    /// <summary>The family of an address.</summary>
    /// <exception cref="ArgumentException">It is neither IPv4 nor IPv6.</exception>
    public static InternetFamily FamilyOf(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => InternetFamily.IPv4,
            AddressFamily.InterNetworkV6 => InternetFamily.IPv6,
            _ => throw new ArgumentException($"{address} is neither an IPv4 nor an IPv6 address."),
        };
    }

    /// <summary>How many bytes the socket address of a family has.</summary>
    public static int LengthOf(InternetFamily family) => family == InternetFamily.IPv4 ? SockaddrInLayout.Size : SockaddrIn6Layout.Size;

    /// <summary>How many bits the addresses of a family have.</summary>
    public static int BitsOf(InternetFamily family) => family == InternetFamily.IPv4 ? 32 : 128;

    /// <summary>Demands a prefix length that the family can have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It cannot.</exception>
    public static void RequirePrefix(InternetFamily family, int prefixLength)
    {
        if (prefixLength < 0 || prefixLength > BitsOf(family))
        {
            throw new ArgumentOutOfRangeException(
                nameof(prefixLength), $"The prefix length /{prefixLength} is not from 0 to {BitsOf(family)}, as {family} has it.");
        }
    }

    /// <summary>Writes an address.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, IPAddress address)
    {
        InternetFamily family = FamilyOf(address);
        int length = LengthOf(family);
        destination[..length].Clear();
        destination[SockaddrLayout.Length] = (byte)length;
        destination[SockaddrLayout.Family] = (byte)family;
        if (family == InternetFamily.IPv4)
        {
            address.TryWriteBytes(destination[SockaddrInLayout.Address..], out _);
            return length;
        }

        address.TryWriteBytes(destination[SockaddrIn6Layout.Address..], out _);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[SockaddrIn6Layout.Scope..], (uint)address.ScopeId);
        return length;
    }

    /// <summary>Writes a network mask as a socket address.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteMask(Span<byte> destination, InternetFamily family, int prefixLength)
    {
        RequirePrefix(family, prefixLength);
        int length = LengthOf(family);
        destination[..length].Clear();
        destination[SockaddrLayout.Length] = (byte)length;
        destination[SockaddrLayout.Family] = (byte)family;
        FillPrefix(AddressBytes(destination, family), prefixLength);
        return length;
    }

    /// <summary>Writes the number of an interface as a socket address.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteLink(Span<byte> destination, int interfaceIndex)
    {
        destination[..SockaddrDlLayout.Size].Clear();
        destination[SockaddrDlLayout.Length] = SockaddrDlLayout.Size;
        destination[SockaddrDlLayout.Family] = LinkFamily;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[SockaddrDlLayout.Index..], checked((ushort)interfaceIndex));
        return SockaddrDlLayout.Size;
    }

    /// <summary>Writes number, kind, name and link-layer address of an interface as a socket address.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteLink(Span<byte> destination, int index, InterfaceType type, string name, PhysicalAddress? address)
    {
        byte[] bytes = address?.GetAddressBytes() ?? [];
        FixedText.Require(name, InterfaceName.FieldSize, "The interface name");
        WriteLink(destination, index);
        destination[SockaddrDlLayout.Type] = (byte)type;
        int nameLength = Encoding.UTF8.GetBytes(name, destination[SockaddrDlLayout.Data..]);
        destination[SockaddrDlLayout.NameLength] = (byte)nameLength;
        destination[SockaddrDlLayout.AddressLength] = (byte)bytes.Length;
        bytes.CopyTo(destination[(SockaddrDlLayout.Data + nameLength)..SockaddrDlLayout.Size]);
        return SockaddrDlLayout.Size;
    }

    /// <summary>Reads an internet address; one that is shortened ends in zeros, as masks once did.</summary>
    /// <returns>Null where it is of no internet family.</returns>
    public static IPAddress? Read(ReadOnlySpan<byte> source)
    {
        if (source.Length <= SockaddrLayout.Family)
        {
            return null;
        }

        var family = (InternetFamily)source[SockaddrLayout.Family];
        if (family is not (InternetFamily.IPv4 or InternetFamily.IPv6))
        {
            return null;
        }

        Span<byte> whole = stackalloc byte[SockaddrIn6Layout.Size];
        whole.Clear();
        Within(source).CopyTo(whole);
        return family == InternetFamily.IPv4
            ? new IPAddress(AddressBytes(whole, family))
            : new IPAddress(AddressBytes(whole, family), BinaryPrimitives.ReadUInt32LittleEndian(whole[SockaddrIn6Layout.Scope..]));
    }

    /// <summary>Reads a mask, whose own family may be missing, as a prefix length.</summary>
    /// <returns>The number of leading ones.</returns>
    public static int ReadMask(ReadOnlySpan<byte> source, InternetFamily family)
    {
        Span<byte> whole = stackalloc byte[SockaddrIn6Layout.Size];
        whole.Clear();
        Within(source).CopyTo(whole);
        return LeadingOnes(AddressBytes(whole, family));
    }

    /// <summary>Reads the number of an interface.</summary>
    /// <returns>Null where it is no link-layer address.</returns>
    public static int? ReadLinkIndex(ReadOnlySpan<byte> source) => IsLink(source)
        ? BinaryPrimitives.ReadUInt16LittleEndian(source[SockaddrDlLayout.Index..])
        : null;

    /// <summary>Reads the name of an interface.</summary>
    /// <returns>Empty where it is no link-layer address, or has none.</returns>
    public static string ReadLinkName(ReadOnlySpan<byte> source)
    {
        if (!IsLink(source))
        {
            return "";
        }

        ReadOnlySpan<byte> data = Within(source)[SockaddrDlLayout.Data..];
        return FixedText.Read(data[..Math.Min(source[SockaddrDlLayout.NameLength], data.Length)]);
    }

    /// <summary>Reads a link-layer address.</summary>
    /// <returns>Null where there is none.</returns>
    public static PhysicalAddress? ReadLinkAddress(ReadOnlySpan<byte> source)
    {
        if (!IsLink(source))
        {
            return null;
        }

        ReadOnlySpan<byte> data = Within(source)[SockaddrDlLayout.Data..];
        int start = source[SockaddrDlLayout.NameLength];
        int length = source[SockaddrDlLayout.AddressLength];
        return length == 0 || start + length > data.Length ? null : new PhysicalAddress(data.Slice(start, length).ToArray());
    }

    /// <summary>Makes the first bits ones and the rest zeros.</summary>
    public static void FillPrefix(Span<byte> bytes, int prefixLength)
    {
        for (int index = 0; index < bytes.Length; index++)
        {
            int ones = Math.Clamp(prefixLength - (index * BitsPerByte), 0, BitsPerByte);
            bytes[index] = (byte)(0xFF << (BitsPerByte - ones));
        }
    }

    /// <summary>Counts the ones before the first zero.</summary>
    public static int LeadingOnes(ReadOnlySpan<byte> bytes)
    {
        int ones = 0;
        foreach (byte value in bytes)
        {
            int here = System.Numerics.BitOperations.LeadingZeroCount((uint)(byte)~value) - 24;
            ones += here;
            if (here != BitsPerByte)
            {
                break;
            }
        }

        return ones;
    }

    private static Span<byte> AddressBytes(Span<byte> whole, InternetFamily family) => family == InternetFamily.IPv4
        ? whole.Slice(SockaddrInLayout.Address, 4)
        : whole.Slice(SockaddrIn6Layout.Address, 16);

    private static bool IsLink(ReadOnlySpan<byte> source) =>
        source.Length >= SockaddrDlLayout.Data && source[SockaddrLayout.Family] == LinkFamily && Within(source).Length >= SockaddrDlLayout.Data;

    private static ReadOnlySpan<byte> Within(ReadOnlySpan<byte> source)
    {
        if (source.Length <= SockaddrLayout.Family)
        {
            return default;
        }

        ReadOnlySpan<byte> own = source[..Math.Min(source.Length, source[SockaddrLayout.Length])];
        return source[SockaddrLayout.Family] == LinkFamily || own.Length <= SockaddrIn6Layout.Size ? own : own[..SockaddrIn6Layout.Size];
    }
}
