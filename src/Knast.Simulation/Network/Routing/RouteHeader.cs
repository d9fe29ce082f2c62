using System.Buffers.Binary;
using Knast.Native.FreeBsd.Routes;

namespace Knast.Simulation.Network.Routing;

/// <summary>The header of messages about routes (struct rt_msghdr).</summary>
internal static class RouteHeader
{
    private const int Metrics = 40;
    private const int NextHopOffset = 128;

    /// <summary>Length, version and type, with which every routing message begins.</summary>
    public static void WriteStart(Span<byte> message, RouteMessageType type)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(message[RtMsghdrLayout.MessageLength..], (ushort)message.Length);
        message[RtMsghdrLayout.Version] = RouteMessageEncoding.Version;
        message[RtMsghdrLayout.Type] = (byte)type;
    }

    public static void Write(Span<byte> message, RouteMessageType type, RouteFlags flags, int index, int addresses)
    {
        WriteStart(message, type);
        BinaryPrimitives.WriteUInt16LittleEndian(message[RtMsghdrLayout.Index..], (ushort)index);
        BinaryPrimitives.WriteUInt32LittleEndian(message[RtMsghdrLayout.Flags..], (uint)flags);
        BinaryPrimitives.WriteInt32LittleEndian(message[RtMsghdrLayout.Addresses..], addresses);
    }

    /// <summary>The metrics of a way (struct rt_metrics).</summary>
    public static void WriteMetrics(Span<byte> message, RouteResult result)
    {
        message[Metrics..RtMsghdrLayout.Size].Clear();
        BinaryPrimitives.WriteInt64LittleEndian(message[RtMsghdrLayout.Mtu..], result.Hop.Mtu);
        BinaryPrimitives.WriteInt64LittleEndian(message[RtMsghdrLayout.Weight..], result.Weight);
        BinaryPrimitives.WriteInt64LittleEndian(message[NextHopOffset..], result.Number);
    }
}
