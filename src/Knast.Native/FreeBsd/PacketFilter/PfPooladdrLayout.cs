using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pf_pooladdr (netpfil/pf/pf.h).</summary>
[AbiStruct("pf_pooladdr")]
internal static class PfPooladdrLayout
{
    [AbiSize]
    public const int Size = 88;

    [AbiField("addr", 48)]
    public const int Address = 0;

    [AbiField("ifname", 16)]
    public const int Interface = 64;
}
