using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifreq (net/if.h).</summary>
[AbiStruct("ifreq")]
internal static class IfreqLayout
{
    [AbiSize]
    public const int Size = 32;

    [AbiField("ifr_name", 16)]
    public const int Name = 0;

    [AbiField("ifr_ifru.ifru_addr", 16)]
    public const int Address = 16;

    [AbiField("ifr_ifru.ifru_flags", 4)]
    public const int Flags = 16;

    [AbiField("ifr_ifru.ifru_index", 2)]
    public const int Index = 16;

    [AbiField("ifr_ifru.ifru_jid", 4)]
    public const int Jail = 16;

    [AbiField("ifr_ifru.ifru_mtu", 4)]
    public const int Mtu = 16;

    [AbiField("ifr_ifru.ifru_data", 8)]
    public const int Data = 16;

    [AbiField("ifr_ifru.ifru_cap", 8)]
    public const int Capabilities = 16;

    [AbiField("ifr_ifru.ifru_fib", 4)]
    public const int RoutingTable = 16;

    [AbiField("ifr_ifru.ifru_buffer.length", 8)]
    public const int BufferLength = 16;

    [AbiField("ifr_ifru.ifru_buffer.buffer", 8)]
    public const int Buffer = 24;
}
