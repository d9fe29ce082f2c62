using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.States;

/// <summary>A state as the kernel tells it (pf_state_export; struct pf_state_export).</summary>
internal static class StateExport
{
    private const ulong Version13 = 20210706;
    private const ulong Version15 = 20230404;
    private const int KeySize = KeyPorts + (2 * sizeof(ushort));
    private const int KeyPorts = 2 * PfAddrLayout.Size;

    // Behind the direction.
    private const int StateFlags = PfStateExportLayout.Direction + 2;
    private const int Timeout = PfStateExportLayout.Direction + 3;
    private const int StateFlags15 = 272;
    private const int RoutingTable15 = 284;
    private const ushort Sloppy = 2;

    /// <summary>The newest form that a release knows.</summary>
    public static ulong Version(bool is15) => is15 ? Version15 : Version13;

    /// <summary>Writes a state.</summary>
    public static void Write(Span<byte> destination, FilterState state, VnetFilter filter)
    {
        Span<byte> bytes = destination[..PfStateExportLayout.Size];
        bytes.Clear();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[PfStateExportLayout.Version..], Version(filter.Is15));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[PfStateExportLayout.Id..], state.Id);
        InterfaceName.Write(bytes[PfStateExportLayout.Interface..], state.Interface);
        InterfaceName.Write(bytes[PfStateExportLayout.OriginalInterface..], state.OriginalInterface);
        WriteKey(bytes[PfStateExportLayout.Keys..], state.Key);
        WriteKey(bytes[(PfStateExportLayout.Keys + KeySize)..], state.Key);
        bytes[PfStateExportLayout.SourceState] = state.SourceState;
        bytes[PfStateExportLayout.DestinationState] = state.DestinationState;
        BinaryPrimitives.WriteInt32BigEndian(bytes[PfStateExportLayout.Rule..], Number(state.Rule));
        BinaryPrimitives.WriteInt32BigEndian(bytes[PfStateExportLayout.Anchor..], Number(state.Caller));
        BinaryPrimitives.WriteInt32BigEndian(bytes[PfStateExportLayout.NatRule..], Number(null));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[PfStateExportLayout.Age..], (uint)(now - state.CreatedAt).TotalSeconds);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[PfStateExportLayout.Expires..], (uint)Math.Max(0, (state.ExpiresAt - now).TotalSeconds));
        WriteCounters(bytes[PfStateExportLayout.Packets..], state.Packets);
        WriteCounters(bytes[PfStateExportLayout.Bytes..], state.Bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[PfStateExportLayout.Creator..], filter.Status.HostId);
        bytes[PfStateExportLayout.AddressFamily] = (byte)state.Family;
        bytes[PfStateExportLayout.Protocol] = (byte)state.Protocol;
        bytes[PfStateExportLayout.Direction] = (byte)state.Direction;
        WriteFlags(bytes, state, filter.Is15);
    }

    private static void WriteFlags(Span<byte> bytes, FilterState state, bool is15)
    {
        ushort flags = state.Rule.Flags.HasFlag(PacketFilterRuleFlags.SloppyStates) ? Sloppy : (ushort)0;
        bytes[StateFlags] = (byte)flags;
        bytes[Timeout] = state.Timeout;
        if (is15)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes[StateFlags15..], flags);
            BinaryPrimitives.WriteInt32BigEndian(bytes[RoutingTable15..], -1);
        }
    }

    private static int Number(FilterRule? rule) => rule is null ? -1 : (int)rule.Number;

    private static void WriteCounters(Span<byte> bytes, ulong[] counters)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, counters[0]);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], counters[1]);
    }

    private static void WriteKey(Span<byte> bytes, PacketFilterStateKey key)
    {
        WriteEnd(bytes, 0, key.First);
        WriteEnd(bytes, 1, key.Second);
    }

    private static void WriteEnd(Span<byte> key, int index, IPEndPoint end)
    {
        end.Address.TryWriteBytes(key[(index * PfAddrLayout.Size)..], out _);
        BinaryPrimitives.WriteUInt16BigEndian(key[(KeyPorts + (index * sizeof(ushort)))..], (ushort)end.Port);
    }
}
