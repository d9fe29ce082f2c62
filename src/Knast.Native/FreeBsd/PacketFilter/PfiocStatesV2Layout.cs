using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfioc_states_v2 (net/pfvar.h).</summary>
[AbiStruct("pfioc_states_v2")]
internal static class PfiocStatesV2Layout
{
    [AbiSize]
    public const int Size = 24;

    [AbiField("ps_len", 4)]
    public const int Length = 0;

    [AbiField("ps_req_version", 8)]
    public const int Version = 8;

    [AbiField("ps_u.psu_buf", 8, Release = "13.2")]
    public const int Buffer = 16;
}
