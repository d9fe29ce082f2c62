using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfr_addr (net/pfvar.h).</summary>
[AbiStruct("pfr_addr")]
internal static class PfrAddrLayout
{
    [AbiSize]
    public const int Size = 20;

    [AbiField("pfra_u", 16)]
    public const int Address = 0;

    [AbiField("pfra_af", 1)]
    public const int AddressFamily = 16;

    [AbiField("pfra_net", 1)]
    public const int PrefixLength = 17;

    [AbiField("pfra_not", 1)]
    public const int Negated = 18;

    [AbiField("pfra_fback", 1)]
    public const int Feedback = 19;
}
