using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Connections as struct pf_state_export holds them (net/pfvar.h): numbers in network byte order, but for the counters.</summary>
public static class PacketFilterStateEncoding
{
    [AbiConstant("PF_SK_WIRE")]
    private const int Wire = 0;

    [AbiConstant("PF_SK_STACK")]
    private const int Stack = 1;

    // Each key is two addresses and two ports.
    private const int KeyPorts = 2 * PfAddrLayout.Size;
    private const int KeySize = KeyPorts + (2 * sizeof(ushort));

    /// <summary>The bytes of one.</summary>
    public static int Length => PfStateExportLayout.Size;

    /// <summary>Reads one.</summary>
    /// <param name="source">At least <see cref="Length"/> bytes.</param>
    /// <exception cref="InvalidDataException">It has too few bytes, or is of no internet family.</exception>
    public static PacketFilterState Decode(ReadOnlySpan<byte> source)
    {
        if (source.Length < Length)
        {
            throw new InvalidDataException($"A state has {source.Length} bytes instead of {Length}.");
        }

        var family = (InternetFamily)source[PfStateExportLayout.AddressFamily];
        if (family is not (InternetFamily.IPv4 or InternetFamily.IPv6))
        {
            throw new InvalidDataException($"A state is of the address family {(int)family}.");
        }

        return new PacketFilterState(
            BinaryPrimitives.ReadUInt64LittleEndian(source[PfStateExportLayout.Id..]),
            BinaryPrimitives.ReadUInt32LittleEndian(source[PfStateExportLayout.Creator..]),
            InterfaceName.Read(source[PfStateExportLayout.Interface..]),
            InterfaceName.Read(source[PfStateExportLayout.OriginalInterface..]),
            family,
            (InternetProtocol)source[PfStateExportLayout.Protocol],
            (PacketFilterDirection)source[PfStateExportLayout.Direction],
            ReadKey(source[(PfStateExportLayout.Keys + (Wire * KeySize))..], family),
            ReadKey(source[(PfStateExportLayout.Keys + (Stack * KeySize))..], family),
            TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32BigEndian(source[PfStateExportLayout.Age..])),
            TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32BigEndian(source[PfStateExportLayout.Expires..])),
            new InterfaceTraffic(
                BinaryPrimitives.ReadUInt64LittleEndian(source[(PfStateExportLayout.Bytes + sizeof(ulong))..]),
                BinaryPrimitives.ReadUInt64LittleEndian(source[PfStateExportLayout.Bytes..]),
                BinaryPrimitives.ReadUInt64LittleEndian(source[(PfStateExportLayout.Packets + sizeof(ulong))..]),
                BinaryPrimitives.ReadUInt64LittleEndian(source[PfStateExportLayout.Packets..])));
    }

    /// <summary>Writes one, as far as this module knows it.</summary>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    /// <param name="state">The connection.</param>
    public static void Encode(Span<byte> destination, PacketFilterState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Span<byte> bytes = destination[..Length];
        bytes.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(bytes[PfStateExportLayout.Version..], PacketFilterGetStates.Version);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[PfStateExportLayout.Id..], state.Id);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[PfStateExportLayout.Creator..], state.Creator);
        InterfaceName.Write(bytes[PfStateExportLayout.Interface..], state.Interface);
        InterfaceName.Write(bytes[PfStateExportLayout.OriginalInterface..], state.OriginalInterface);
        bytes[PfStateExportLayout.AddressFamily] = (byte)state.Family;
        bytes[PfStateExportLayout.Protocol] = (byte)state.Protocol;
        bytes[PfStateExportLayout.Direction] = (byte)state.Direction;
        WriteKey(bytes[(PfStateExportLayout.Keys + (Wire * KeySize))..], state.Wire);
        WriteKey(bytes[(PfStateExportLayout.Keys + (Stack * KeySize))..], state.Stack);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[PfStateExportLayout.Age..], (uint)state.Age.TotalSeconds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[PfStateExportLayout.Expires..], (uint)state.Expires.TotalSeconds);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[PfStateExportLayout.Bytes..], state.Traffic.BytesSent);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[(PfStateExportLayout.Bytes + sizeof(ulong))..], state.Traffic.BytesReceived);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[PfStateExportLayout.Packets..], state.Traffic.PacketsSent);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[(PfStateExportLayout.Packets + sizeof(ulong))..], state.Traffic.PacketsReceived);
    }

    private static PacketFilterStateKey ReadKey(ReadOnlySpan<byte> key, InternetFamily family) =>
        new(ReadEnd(key, 0, family), ReadEnd(key, 1, family));

    private static IPEndPoint ReadEnd(ReadOnlySpan<byte> key, int index, InternetFamily family) => new(
        PacketFilterAddressEncoding.ReadAddress(key[(index * PfAddrLayout.Size)..], family),
        BinaryPrimitives.ReadUInt16BigEndian(key[(KeyPorts + (index * sizeof(ushort)))..]));

    private static void WriteKey(Span<byte> key, PacketFilterStateKey value)
    {
        WriteEnd(key, 0, value.First);
        WriteEnd(key, 1, value.Second);
    }

    private static void WriteEnd(Span<byte> key, int index, IPEndPoint end)
    {
        end.Address.TryWriteBytes(key[(index * PfAddrLayout.Size)..], out _);
        BinaryPrimitives.WriteUInt16BigEndian(key[(KeyPorts + (index * sizeof(ushort)))..], (ushort)end.Port);
    }
}
