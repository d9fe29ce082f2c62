using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pf_rule_uid (netpfil/pf/pf.h).</summary>
[AbiStruct("pf_rule_uid")]
internal static class PfRuleUidLayout
{
    [AbiSize]
    public const int Size = 12;

    [AbiField("uid", 8)]
    public const int Users = 0;

    [AbiField("op", 1)]
    public const int Operator = 8;
}
