namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>What went through an interface.</summary>
/// <param name="BytesReceived">Bytes that came in.</param>
/// <param name="BytesSent">Bytes that went out.</param>
/// <param name="PacketsReceived">Packets that came in.</param>
/// <param name="PacketsSent">Packets that went out.</param>
public readonly record struct InterfaceTraffic(ulong BytesReceived, ulong BytesSent, ulong PacketsReceived, ulong PacketsSent);
