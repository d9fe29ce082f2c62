using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfioc_pooladdr (net/pfvar.h).</summary>
[AbiStruct("pfioc_pooladdr")]
internal static class PfiocPooladdrLayout
{
    [AbiSize]
    public const int Size = 1136;

    [AbiField("ticket", 4)]
    public const int Ticket = 4;

    [AbiField("nr", 4)]
    public const int Number = 8;

    [AbiField("r_num", 4)]
    public const int RuleNumber = 12;

    [AbiField("r_action", 1)]
    public const int RuleAction = 16;

    [AbiField("af", 1)]
    public const int AddressFamily = 18;

    [AbiField("anchor", 1024)]
    public const int Anchor = 19;

    [AbiField("addr", 88)]
    public const int PoolAddress = 1048;
}
