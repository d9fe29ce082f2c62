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

    [AbiField("qname", 64)]
    public const int Queue = 256;

    [AbiField("pqname", 64)]
    public const int PriorityQueue = 320;

    [AbiField("tagname", 64)]
    public const int Tag = 384;

    [AbiField("match_tagname", 64)]
    public const int MatchTag = 448;

    [AbiField("overload_tblname", 32)]
    public const int OverloadTable = 512;

    [AbiField("rpool.key", 16)]
    public const int PoolKey = 584;

    [AbiField("rpool.counter", 16)]
    public const int PoolCounter = 600;

    [AbiField("rpool.tblidx", 4)]
    public const int PoolTableIndex = 616;

    [AbiField("rpool.proxy_port", 4)]
    public const int PoolProxyPorts = 620;

    [AbiField("rpool.opts", 1)]
    public const int PoolOptions = 624;

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

    [AbiField("timeout", 80)]
    public const int Timeouts = 704;

    [AbiField("max_states", 4)]
    public const int MaximumStates = 784;

    [AbiField("max_src_nodes", 4)]
    public const int MaximumSourceNodes = 788;

    [AbiField("max_src_states", 4)]
    public const int MaximumSourceStates = 792;

    [AbiField("max_src_conn", 4)]
    public const int MaximumSourceConnections = 796;

    [AbiField("max_src_conn_rate.limit", 4)]
    public const int ConnectionRateLimit = 800;

    [AbiField("max_src_conn_rate.seconds", 4)]
    public const int ConnectionRateSeconds = 804;

    [AbiField("qid", 4)]
    public const int QueueId = 808;

    [AbiField("pqid", 4)]
    public const int PriorityQueueId = 812;

    [AbiField("nr", 4)]
    public const int Number = 820;

    [AbiField("prob", 4)]
    public const int Probability = 824;

    [AbiField("cuid", 4)]
    public const int CreatorUser = 828;

    [AbiField("cpid", 4)]
    public const int CreatorProcess = 832;

    [AbiField("return_icmp", 2)]
    public const int ReturnIcmp = 864;

    [AbiField("return_icmp6", 2)]
    public const int ReturnIcmp6 = 866;

    [AbiField("max_mss", 2)]
    public const int MaximumSegment = 868;

    [AbiField("scrub_flags", 2)]
    public const int ScrubFlags = 874;

    [AbiField("uid", 12)]
    public const int User = 876;

    [AbiField("gid", 12)]
    public const int Group = 888;

    [AbiField("rule_flag", 4)]
    public const int RuleFlags = 900;

    [AbiField("action", 1)]
    public const int Action = 904;

    [AbiField("direction", 1)]
    public const int Direction = 905;

    [AbiField("log", 1)]
    public const int Log = 906;

    [AbiField("logif", 1)]
    public const int LogInterface = 907;

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

    [AbiField("min_ttl", 1)]
    public const int MinimumTtl = 919;

    [AbiField("allow_opts", 1)]
    public const int AllowOptions = 920;

    [AbiField("rt", 1)]
    public const int Routing = 921;

    [AbiField("return_ttl", 1)]
    public const int ReturnTtl = 922;

    [AbiField("tos", 1)]
    public const int TypeOfService = 923;

    [AbiField("set_tos", 1)]
    public const int SetTypeOfService = 924;

    [AbiField("anchor_relative", 1)]
    public const int AnchorRelative = 925;

    [AbiField("anchor_wildcard", 1)]
    public const int AnchorWildcard = 926;

    [AbiField("flush", 1)]
    public const int Flush = 927;

    [AbiField("prio", 1)]
    public const int Priority = 928;

    [AbiField("set_prio", 2)]
    public const int SetPriority = 929;

    [AbiField("divert.addr", 16)]
    public const int DivertAddress = 932;

    [AbiField("divert.port", 2)]
    public const int DivertPort = 948;

    [AbiField("u_states_cur", 8)]
    public const int StatesCurrent = 952;

    [AbiField("u_states_tot", 8)]
    public const int StatesTotal = 960;

    [AbiField("u_src_nodes", 8)]
    public const int SourceNodes = 968;
}
