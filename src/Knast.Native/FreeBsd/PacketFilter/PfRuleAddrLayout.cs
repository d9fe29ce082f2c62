using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pf_rule_addr (netpfil/pf/pf.h).</summary>
[AbiStruct("pf_rule_addr")]
internal static class PfRuleAddrLayout
{
    [AbiSize]
    public const int Size = 56;

    [AbiField("addr", 48)]
    public const int Address = 0;

    [AbiField("port", 4)]
    public const int Ports = 48;

    [AbiField("neg", 1)]
    public const int Negated = 52;

    [AbiField("port_op", 1)]
    public const int PortOperator = 53;
}
