using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>The numbers of an interface (struct if_data).</summary>
internal static class InterfaceData
{
    private const int AddressLength = 2;
    private const int HeaderLength = 3;
    private const int DataLength = 6;
    private const int Metric = 12;
    private const int BitsPerSecond = 16;
    private const int Assistance = 120;
    private const int Epoch = 128;
    private const int Changed = 136;

    public static void Write(Span<byte> to, NetworkInterface one)
    {
        WriteLength(to);
        to[IfDataLayout.Type] = (byte)one.Type;
        to[AddressLength] = (byte)one.Link.Address.Length;
        to[HeaderLength] = (byte)one.HeaderLength;
        to[IfDataLayout.LinkState] = (byte)one.LinkState;
        BinaryPrimitives.WriteInt32LittleEndian(to[IfDataLayout.Mtu..], one.Mtu);
        BinaryPrimitives.WriteInt32LittleEndian(to[Metric..], one.Metric);
        BinaryPrimitives.WriteUInt64LittleEndian(to[BitsPerSecond..], one.BitsPerSecond);
        BinaryPrimitives.WriteUInt64LittleEndian(to[Assistance..], one.HardwareAssistance);
        BinaryPrimitives.WriteInt64LittleEndian(to[Epoch..], one.AttachedAt);
        BinaryPrimitives.WriteInt64LittleEndian(to[Changed..], one.ChangedAt.ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt64LittleEndian(to[(Changed + sizeof(long))..], one.ChangedAt.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>The numbers of an address, of which only the length is not zero.</summary>
    public static void WriteLength(Span<byte> to) => BinaryPrimitives.WriteUInt16LittleEndian(to[DataLength..], IfDataLayout.Size);
}
