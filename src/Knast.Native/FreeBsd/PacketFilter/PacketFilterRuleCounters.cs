namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What a rule has seen.</summary>
/// <param name="Evaluations">How often it was looked at.</param>
/// <param name="PacketsIn">Packets that came in by it.</param>
/// <param name="PacketsOut">Packets that went out by it.</param>
/// <param name="BytesIn">Bytes that came in by it.</param>
/// <param name="BytesOut">Bytes that went out by it.</param>
/// <param name="States">Connections that it let pass and that are still there.</param>
public readonly record struct PacketFilterRuleCounters(
    ulong Evaluations, ulong PacketsIn, ulong PacketsOut, ulong BytesIn, ulong BytesOut, ulong States);
