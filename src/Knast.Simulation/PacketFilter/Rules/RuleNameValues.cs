using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>Tells a rule as a list of names and values, in the kernel's order (pf_krule_to_nvrule).</summary>
internal static class RuleNameValues
{
    private const int LabelCount = 5;
    private const int TimeoutCount13 = 20;
    private const int TimeoutCount15 = 25;

    private static readonly NameValueField[] s_names =
    [
        new("tagname", PfRuleLayout.Tag, PacketFilterNames.TagSize, NameValueFieldKind.Text),
        new("match_tagname", PfRuleLayout.MatchTag, PacketFilterNames.TagSize, NameValueFieldKind.Text),
        new("overload_tblname", PfRuleLayout.OverloadTable, PacketFilterNames.TableSize, NameValueFieldKind.Text),
    ];

    private static readonly NameValueField[] s_queues =
    [
        new("ifname", PfRuleLayout.Interface, InterfaceName.FieldSize, NameValueFieldKind.Text),
        new("qname", PfRuleLayout.Queue, PacketFilterNames.QueueSize, NameValueFieldKind.Text),
        new("pqname", PfRuleLayout.PriorityQueue, PacketFilterNames.QueueSize, NameValueFieldKind.Text),
    ];

    private static readonly NameValueField[] s_system =
    [
        new("os_fingerprint", PfRuleLayout.OsFingerprint, 4), new("rtableid", PfRuleLayout.RouteTable, 4, NameValueFieldKind.SignedNumber),
    ];

    private static readonly NameValueField[] s_limits =
    [
        new("max_states", PfRuleLayout.MaximumStates, 4), new("max_src_nodes", PfRuleLayout.MaximumSourceNodes, 4),
        new("max_src_states", PfRuleLayout.MaximumSourceStates, 4), new("max_src_conn", PfRuleLayout.MaximumSourceConnections, 4),
        new("max_src_conn_rate.limit", PfRuleLayout.ConnectionRateLimit, 4), new("max_src_conn_rate.seconds", PfRuleLayout.ConnectionRateSeconds, 4),
        new("qid", PfRuleLayout.QueueId, 4), new("pqid", PfRuleLayout.PriorityQueueId, 4), new("prob", PfRuleLayout.Probability, 4),
        new("cuid", PfRuleLayout.CreatorUser, 4), new("cpid", PfRuleLayout.CreatorProcess, 4),
    ];

    private static readonly NameValueField[] s_answers =
    [
        new("return_icmp", PfRuleLayout.ReturnIcmp, 2), new("return_icmp6", PfRuleLayout.ReturnIcmp6, 2),
        new("max_mss", PfRuleLayout.MaximumSegment, 2), new("scrub_flags", PfRuleLayout.ScrubFlags, 2),
    ];

    private static readonly NameValueField[] s_owner =
    [
        new("uid", PfRuleUidLayout.Users, 4, NameValueFieldKind.Numbers, 2), new("op", PfRuleUidLayout.Operator, 1),
    ];

    private static readonly NameValueField[] s_rest =
    [
        new("rule_flag", PfRuleLayout.RuleFlags, 4), new("action", PfRuleLayout.Action, 1), new("direction", PfRuleLayout.Direction, 1),
        new("log", PfRuleLayout.Log, 1), new("logif", PfRuleLayout.LogInterface, 1), new("quick", PfRuleLayout.Quick, 1),
        new("ifnot", PfRuleLayout.InterfaceNegated, 1), new("match_tag_not", PfRuleLayout.MatchTagNegated, 1), new("natpass", PfRuleLayout.NatPass, 1),
        new("keep_state", PfRuleLayout.KeepState, 1), new("af", PfRuleLayout.AddressFamily, 1), new("proto", PfRuleLayout.Protocol, 1),
        new("type", PfRuleLayout.IcmpType, 1), new("code", PfRuleLayout.IcmpCode, 1), new("flags", PfRuleLayout.TcpFlags, 1),
        new("flagset", PfRuleLayout.TcpFlagsMask, 1), new("min_ttl", PfRuleLayout.MinimumTtl, 1), new("allow_opts", PfRuleLayout.AllowOptions, 1),
        new("rt", PfRuleLayout.Routing, 1), new("return_ttl", PfRuleLayout.ReturnTtl, 1), new("tos", PfRuleLayout.TypeOfService, 1),
        new("set_tos", PfRuleLayout.SetTypeOfService, 1), new("anchor_relative", PfRuleLayout.AnchorRelative, 1),
        new("anchor_wildcard", PfRuleLayout.AnchorWildcard, 1), new("flush", PfRuleLayout.Flush, 1), new("prio", PfRuleLayout.Priority, 1),
        new("set_prio", PfRuleLayout.SetPriority, 1, NameValueFieldKind.Numbers, 2),
    ];

    /// <summary>Tells a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="skips">Where the list goes on when one of its conditions fails.</param>
    /// <param name="is15">Whether the release is 15, which tells more.</param>
    public static NameValueList Write(FilterRule rule, ulong[] skips, bool is15)
    {
        var list = new NameValueList
        {
            { "nr", (ulong)rule.Number },
            { "src", EndNameValues.Write(rule.Source) },
            { "dst", EndNameValues.Write(rule.Destination) },
            { "skip", skips },
        };
        WriteLabels(list, rule);
        WriteNames(list, rule, is15);
        list.Add("rpool", WritePool(rule.Bytes));
        WriteTraffic(list, rule.Counters, is15);
        Write(list, s_system, rule.Bytes);
        new NameValueField("timeout", PfRuleLayout.Timeouts, 4, NameValueFieldKind.Numbers, is15 ? TimeoutCount15 : TimeoutCount13)
            .Write(WithTimeouts15(rule.Bytes), list);
        Write(list, s_limits, rule.Bytes);
        WriteStates(list, rule.Counters);
        Write(list, s_answers, rule.Bytes);
        list.Add("uid", Write([], s_owner, rule.Bytes[PfRuleLayout.User..]));
        list.Add("gid", Write([], s_owner, rule.Bytes[PfRuleLayout.Group..]));
        Write(list, s_rest, rule.Bytes);
        list.Add("divert", WriteDivert(rule.Bytes));
        return list;
    }

    private static void WriteLabels(NameValueList list, FilterRule rule)
    {
        string[] labels = [.. Enumerable.Repeat("", LabelCount)];
        labels[0] = rule.Label;
        list.Add("labels", labels);
        list.Add("label", rule.Label);
        list.Add("ridentifier", 0UL);
    }

    private static void WriteNames(NameValueList list, FilterRule rule, bool is15)
    {
        Write(list, s_queues, rule.Bytes);
        foreach (string name in is15 ? (string[])["dnpipe", "dnrpipe", "dnflags"] : [])
        {
            list.Add(name, 0UL);
        }

        Write(list, s_names, rule.Bytes);
    }

    private static NameValueList WritePool(ReadOnlySpan<byte> rule)
    {
        var pool = new NameValueList
        {
            { "key", rule.Slice(PfRuleLayout.PoolKey, PfAddrLayout.Size).ToArray() },
            { "counter", EndNameValues.WriteAddress(rule[PfRuleLayout.PoolCounter..]) },
        };
        new NameValueField("tblidx", PfRuleLayout.PoolTableIndex, 4, NameValueFieldKind.SignedNumber).Write(rule, pool);
        new NameValueField("proxy_port", PfRuleLayout.PoolProxyPorts, 2, NameValueFieldKind.Numbers, 2).Write(rule, pool);
        new NameValueField("opts", PfRuleLayout.PoolOptions, 1).Write(rule, pool);
        pool.Add("mape", new NameValueList { { "offset", 0UL }, { "psidlen", 0UL }, { "psid", 0UL } });
        return pool;
    }

    private static void WriteTraffic(NameValueList list, RuleCounters counters, bool is15)
    {
        list.Add("evaluations", counters.Evaluations);
        list.Add("packets", (ulong[])counters.Packets.Clone());
        list.Add("bytes", (ulong[])counters.Bytes.Clone());
        if (is15)
        {
            list.Add("timestamp", counters.LastSeen);
        }
    }

    private static void WriteStates(NameValueList list, RuleCounters counters)
    {
        list.Add("states_cur", counters.States);
        list.Add("states_tot", counters.StatesEver);
        list.Add("src_nodes", 0UL);
    }

    private static NameValueList WriteDivert(ReadOnlySpan<byte> rule)
    {
        var divert = new NameValueList { { "addr", EndNameValues.WriteAddress(rule[PfRuleLayout.DivertAddress..]) } };
        new NameValueField("port", PfRuleLayout.DivertPort, 2).Write(rule, divert);
        return divert;
    }

    // The structure has no place for the timeouts that came with 15; they are none.
    private static byte[] WithTimeouts15(ReadOnlySpan<byte> rule)
    {
        byte[] bytes = rule.ToArray();
        bytes.AsSpan((PfRuleLayout.Timeouts + (TimeoutCount13 * sizeof(uint)))..(PfRuleLayout.Timeouts + (TimeoutCount15 * sizeof(uint)))).Clear();
        return bytes;
    }

    private static NameValueList Write(NameValueList list, NameValueField[] fields, ReadOnlySpan<byte> structure)
    {
        foreach (NameValueField field in fields)
        {
            field.Write(structure, list);
        }

        return list;
    }
}
