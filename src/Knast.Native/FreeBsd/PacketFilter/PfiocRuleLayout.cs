using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfioc_rule (net/pfvar.h).</summary>
[AbiStruct("pfioc_rule")]
internal static class PfiocRuleLayout
{
    [AbiSize]
    public const int Size = 3040;

    [AbiField("action", 4)]
    public const int Action = 0;

    [AbiField("ticket", 4)]
    public const int Ticket = 4;

    [AbiField("pool_ticket", 4)]
    public const int PoolTicket = 8;

    [AbiField("nr", 4)]
    public const int Number = 12;

    [AbiField("anchor", 1024)]
    public const int Anchor = 16;

    [AbiField("anchor_call", 1024)]
    public const int AnchorCall = 1040;

    [AbiField("rule", 976)]
    public const int Rule = 2064;
}
