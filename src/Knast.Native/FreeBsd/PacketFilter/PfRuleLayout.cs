using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pf_rule (netpfil/pf/pf.h).</summary>
[AbiStruct("pf_rule")]
internal static class PfRuleLayout
{
    [AbiSize]
    public const int Size = 976;

    [AbiField("src", 56)]
    public const int Source = 0;

    [AbiField("dst", 56)]
    public const int Destination = 56;

    [AbiField("label", 64)]
    public const int Label = 176;

    [AbiField("ifname", 16)]
    public const int Interface = 240;

    [AbiField("tagname", 64)]
    public const int Tag = 384;

    [AbiField("match_tagname", 64)]
    public const int MatchTag = 448;

    [AbiField("rpool.proxy_port", 4)]
    public const int PoolProxyPorts = 620;

    [AbiField("rpool.opts", 1)]
    public const int PoolOptions = 624;

    [AbiField("rpool.key", 16)]
    public const int PoolKey = 584;

    [AbiField("evaluations", 8)]
    public const int Evaluations = 632;

    [AbiField("packets", 16)]
    public const int Packets = 640;

    [AbiField("bytes", 16)]
    public const int Bytes = 656;

    [AbiField("os_fingerprint", 4)]
    public const int OsFingerprint = 696;

    [AbiField("rtableid", 4)]
    public const int RouteTable = 700;

    [AbiField("max_states", 4)]
    public const int MaximumStates = 784;

    [AbiField("nr", 4)]
    public const int Number = 820;

    [AbiField("return_icmp", 2)]
    public const int ReturnIcmp = 864;

    [AbiField("return_icmp6", 2)]
    public const int ReturnIcmp6 = 866;

    [AbiField("rule_flag", 4)]
    public const int RuleFlags = 900;

    [AbiField("action", 1)]
    public const int Action = 904;

    [AbiField("direction", 1)]
    public const int Direction = 905;

    [AbiField("log", 1)]
    public const int Log = 906;

    [AbiField("quick", 1)]
    public const int Quick = 908;

    [AbiField("ifnot", 1)]
    public const int InterfaceNegated = 909;

    [AbiField("match_tag_not", 1)]
    public const int MatchTagNegated = 910;

    [AbiField("natpass", 1)]
    public const int NatPass = 911;

    [AbiField("keep_state", 1)]
    public const int KeepState = 912;

    [AbiField("af", 1)]
    public const int AddressFamily = 913;

    [AbiField("proto", 1)]
    public const int Protocol = 914;

    [AbiField("type", 1)]
    public const int IcmpType = 915;

    [AbiField("code", 1)]
    public const int IcmpCode = 916;

    [AbiField("flags", 1)]
    public const int TcpFlags = 917;

    [AbiField("flagset", 1)]
    public const int TcpFlagsMask = 918;

    [AbiField("allow_opts", 1)]
    public const int AllowOptions = 920;

    [AbiField("rt", 1)]
    public const int Routing = 921;

    [AbiField("return_ttl", 1)]
    public const int ReturnTtl = 922;

    [AbiField("u_states_cur", 8)]
    public const int StatesCurrent = 952;

    [AbiField("u_states_tot", 8)]
    public const int StatesTotal = 960;
}
