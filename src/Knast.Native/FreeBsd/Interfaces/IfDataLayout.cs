using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct if_data (net/if.h).</summary>
[AbiStruct("if_data")]
internal static class IfDataLayout
{
    [AbiSize]
    public const int Size = 152;

    [AbiField("ifi_type", 1)]
    public const int Type = 0;

    [AbiField("ifi_link_state", 1)]
    public const int LinkState = 4;

    [AbiField("ifi_mtu", 4)]
    public const int Mtu = 8;

    [AbiField("ifi_ipackets", 8)]
    public const int PacketsReceived = 24;

    [AbiField("ifi_opackets", 8)]
    public const int PacketsSent = 40;

    [AbiField("ifi_ibytes", 8)]
    public const int BytesReceived = 64;

    [AbiField("ifi_obytes", 8)]
    public const int BytesSent = 72;
}
