using System.Buffers.Binary;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.States;

/// <summary>How long states are kept without a packet (PFTM_ of net/pfvar.h, and the defaults of pf_ioctl.c).</summary>
internal static class StateTimeout
{
    private const byte TcpFirst = 0;
    private const byte TcpOpening = 1;
    private const byte TcpEstablished = 2;
    private const byte UdpFirst = 6;
    private const byte UdpSingle = 7;
    private const byte UdpMultiple = 8;
    private const byte OtherFirst = 11;
    private const byte OtherSingle = 12;
    private const byte OtherMultiple = 13;

    private static readonly int[] s_seconds = [120, 30, 86400, 900, 45, 90, 60, 30, 60, 20, 10, 60, 30, 60];

    public static byte First(InternetProtocol protocol) => protocol switch
    {
        InternetProtocol.Tcp => TcpFirst,
        InternetProtocol.Udp => UdpFirst,
        _ => OtherFirst,
    };

    public static byte OfTcp(bool isEstablished) => isEstablished ? TcpEstablished : TcpOpening;

    public static byte OfDatagrams(InternetProtocol protocol, bool isBothWays) => protocol == InternetProtocol.Udp
        ? isBothWays ? UdpMultiple : UdpSingle
        : isBothWays ? OtherMultiple : OtherSingle;

    /// <summary>The time that a rule says, or the usual one.</summary>
    public static TimeSpan Seconds(FilterRule rule, byte timeout)
    {
        uint own = BinaryPrimitives.ReadUInt32LittleEndian(rule.Bytes[(PfRuleLayout.Timeouts + (timeout * sizeof(uint)))..]);
        return TimeSpan.FromSeconds(own != 0 ? own : s_seconds[timeout]);
    }
}
