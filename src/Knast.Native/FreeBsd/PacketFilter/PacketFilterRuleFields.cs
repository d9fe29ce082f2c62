using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>
/// The names under which the kernel tells the fields of a rule (netpfil/pf/pf_nv.c): a rule that it tells goes through the structure in which it takes one,
/// so that there is one reading of rules.
/// </summary>
internal static class PacketFilterRuleFields
{
    private static readonly NameValueField[] Fields =
    [
        new("nr", PfRuleLayout.Number, 4),
        new("label", PfRuleLayout.Label, PacketFilterNames.LabelSize, NameValueFieldKind.Text),
        new("ifname", PfRuleLayout.Interface, InterfaceName.FieldSize, NameValueFieldKind.Text),
        new("qname", PfRuleLayout.Queue, PacketFilterNames.QueueSize, NameValueFieldKind.Text),
        new("pqname", PfRuleLayout.PriorityQueue, PacketFilterNames.QueueSize, NameValueFieldKind.Text),
        new("tagname", PfRuleLayout.Tag, PacketFilterNames.TagSize, NameValueFieldKind.Text),
        new("match_tagname", PfRuleLayout.MatchTag, PacketFilterNames.TagSize, NameValueFieldKind.Text),
        new("overload_tblname", PfRuleLayout.OverloadTable, PacketFilterNames.TableSize, NameValueFieldKind.Text),
        new("evaluations", PfRuleLayout.Evaluations, 8),
        new("packets", PfRuleLayout.Packets, 8, NameValueFieldKind.Numbers, 2),
        new("bytes", PfRuleLayout.Bytes, 8, NameValueFieldKind.Numbers, 2),
        new("os_fingerprint", PfRuleLayout.OsFingerprint, 4),
        new("rtableid", PfRuleLayout.RouteTable, 4, NameValueFieldKind.SignedNumber),
        new("timeout", PfRuleLayout.Timeouts, 4, NameValueFieldKind.Numbers, 20),
        new("max_states", PfRuleLayout.MaximumStates, 4),
        new("max_src_nodes", PfRuleLayout.MaximumSourceNodes, 4),
        new("max_src_states", PfRuleLayout.MaximumSourceStates, 4),
        new("max_src_conn", PfRuleLayout.MaximumSourceConnections, 4),
        new("max_src_conn_rate.limit", PfRuleLayout.ConnectionRateLimit, 4),
        new("max_src_conn_rate.seconds", PfRuleLayout.ConnectionRateSeconds, 4),
        new("qid", PfRuleLayout.QueueId, 4),
        new("pqid", PfRuleLayout.PriorityQueueId, 4),
        new("prob", PfRuleLayout.Probability, 4),
        new("cuid", PfRuleLayout.CreatorUser, 4),
        new("cpid", PfRuleLayout.CreatorProcess, 4, NameValueFieldKind.SignedNumber),
        new("states_cur", PfRuleLayout.StatesCurrent, 8),
        new("states_tot", PfRuleLayout.StatesTotal, 8),
        new("src_nodes", PfRuleLayout.SourceNodes, 8),
        new("return_icmp", PfRuleLayout.ReturnIcmp, 2),
        new("return_icmp6", PfRuleLayout.ReturnIcmp6, 2),
        new("max_mss", PfRuleLayout.MaximumSegment, 2),
        new("scrub_flags", PfRuleLayout.ScrubFlags, 2),
        new("rule_flag", PfRuleLayout.RuleFlags, 4),
        new("action", PfRuleLayout.Action, 1),
        new("direction", PfRuleLayout.Direction, 1),
        new("log", PfRuleLayout.Log, 1),
        new("logif", PfRuleLayout.LogInterface, 1),
        new("quick", PfRuleLayout.Quick, 1),
        new("ifnot", PfRuleLayout.InterfaceNegated, 1),
        new("match_tag_not", PfRuleLayout.MatchTagNegated, 1),
        new("natpass", PfRuleLayout.NatPass, 1),
        new("keep_state", PfRuleLayout.KeepState, 1),
        new("af", PfRuleLayout.AddressFamily, 1),
        new("proto", PfRuleLayout.Protocol, 1),
        new("type", PfRuleLayout.IcmpType, 1),
        new("code", PfRuleLayout.IcmpCode, 1),
        new("flags", PfRuleLayout.TcpFlags, 1),
        new("flagset", PfRuleLayout.TcpFlagsMask, 1),
        new("min_ttl", PfRuleLayout.MinimumTtl, 1),
        new("allow_opts", PfRuleLayout.AllowOptions, 1),
        new("rt", PfRuleLayout.Routing, 1),
        new("return_ttl", PfRuleLayout.ReturnTtl, 1),
        new("tos", PfRuleLayout.TypeOfService, 1),
        new("set_tos", PfRuleLayout.SetTypeOfService, 1),
        new("anchor_relative", PfRuleLayout.AnchorRelative, 1),
        new("anchor_wildcard", PfRuleLayout.AnchorWildcard, 1),
        new("flush", PfRuleLayout.Flush, 1),
        new("prio", PfRuleLayout.Priority, 1),
        new("set_prio", PfRuleLayout.SetPriority, 1, NameValueFieldKind.Numbers, 2),
    ];

    private static readonly NameValueField[] Pool =
    [
        new("key", PfRuleLayout.PoolKey, PfAddrLayout.Size, NameValueFieldKind.Binary),
        new("tblidx", PfRuleLayout.PoolTableIndex, 4, NameValueFieldKind.SignedNumber),
        new("proxy_port", PfRuleLayout.PoolProxyPorts, 2, NameValueFieldKind.Numbers, 2),
        new("opts", PfRuleLayout.PoolOptions, 1),
    ];

    private static readonly NameValueField[] End =
    [
        new("port", PfRuleAddrLayout.Ports, 2, NameValueFieldKind.Numbers, 2),
        new("neg", PfRuleAddrLayout.Negated, 1),
        new("port_op", PfRuleAddrLayout.PortOperator, 1),
    ];

    private static readonly NameValueField[] Owner =
    [
        new("uid", PfRuleUidLayout.Users, 4, NameValueFieldKind.Numbers, 2),
        new("op", PfRuleUidLayout.Operator, 1),
    ];

    private static readonly NameValueField[] Wrap =
    [
        new("type", PfAddrWrapLayout.Type, 1),
        new("iflags", PfAddrWrapLayout.InterfaceFlags, 1),
    ];

    private static readonly NameValueField Address = new("addr", 0, PfAddrLayout.Size, NameValueFieldKind.Binary);

    private static readonly NameValueField DivertPort = new("port", PfRuleLayout.DivertPort, 2);

    /// <summary>All names of a rule itself.</summary>
    public static IEnumerable<string> Names => Fields.Select(static row => row.Name).Concat(["src", "dst", "rpool", "uid", "gid", "divert"]);

    /// <summary>Copies a rule from a list into the structure.</summary>
    /// <exception cref="InvalidDataException">A value does not fit its field.</exception>
    public static void Read(NameValueList list, Span<byte> rule)
    {
        Read(Fields, list, rule);
        ReadEnd(list.List("src"), rule.Slice(PfRuleLayout.Source, PfRuleAddrLayout.Size));
        ReadEnd(list.List("dst"), rule.Slice(PfRuleLayout.Destination, PfRuleAddrLayout.Size));
        Read(Owner, list.List("uid"), rule[PfRuleLayout.User..]);
        Read(Owner, list.List("gid"), rule[PfRuleLayout.Group..]);
        if (list.List("rpool") is { } pool)
        {
            Read(Pool, pool, rule);
            ReadAddress(pool.List("counter"), rule[PfRuleLayout.PoolCounter..]);
        }

        if (list.List("divert") is { } divert)
        {
            ReadAddress(divert.List("addr"), rule[PfRuleLayout.DivertAddress..]);
            DivertPort.Read(divert, rule);
        }
    }

    /// <summary>Tells a rule of the structure as a list.</summary>
    public static NameValueList Write(ReadOnlySpan<byte> rule)
    {
        NameValueList pool = Write(Pool, rule);
        pool.Add("counter", Write([Address], rule[PfRuleLayout.PoolCounter..]));
        var divert = new NameValueList { { "addr", Write([Address], rule[PfRuleLayout.DivertAddress..]) } };
        DivertPort.Write(rule, divert);
        var list = new NameValueList
        {
            { "src", WriteEnd(rule.Slice(PfRuleLayout.Source, PfRuleAddrLayout.Size)) },
            { "dst", WriteEnd(rule.Slice(PfRuleLayout.Destination, PfRuleAddrLayout.Size)) },
            { "rpool", pool },
            { "uid", Write(Owner, rule[PfRuleLayout.User..]) },
            { "gid", Write(Owner, rule[PfRuleLayout.Group..]) },
            { "divert", divert },
        };
        foreach (NameValueField field in Fields)
        {
            field.Write(rule, list);
        }

        return list;
    }

    /// <summary>Tells one end of a rule, struct pf_rule_addr, as a list.</summary>
    public static NameValueList WriteEnd(ReadOnlySpan<byte> end)
    {
        NameValueList list = Write(End, end);
        list.Add("addr", WriteWrap(end.Slice(PfRuleAddrLayout.Address, PfAddrWrapLayout.Size)));
        return list;
    }

    private static void ReadEnd(NameValueList? list, Span<byte> end)
    {
        Read(End, list, end);
        if (list?.List("addr") is { } wrap)
        {
            ReadWrap(wrap, end[PfRuleAddrLayout.Address..]);
        }
    }

    // The name of an interface or a table shares its place with address and mask, so it is written last.
    private static void ReadWrap(NameValueList list, Span<byte> wrap)
    {
        Read(Wrap, list, wrap);
        ReadAddress(list.List("addr"), wrap[PfAddrWrapLayout.Address..]);
        ReadAddress(list.List("mask"), wrap[PfAddrWrapLayout.Mask..]);
        NameField((PacketFilterAddressKind)wrap[PfAddrWrapLayout.Type])?.Read(list, wrap);
    }

    private static NameValueList WriteWrap(ReadOnlySpan<byte> wrap)
    {
        NameValueList list = Write(Wrap, wrap);
        NameField((PacketFilterAddressKind)wrap[PfAddrWrapLayout.Type])?.Write(wrap, list);
        list.Add("addr", Write([Address], wrap[PfAddrWrapLayout.Address..]));
        list.Add("mask", Write([Address], wrap[PfAddrWrapLayout.Mask..]));
        return list;
    }

    private static NameValueField? NameField(PacketFilterAddressKind kind) => kind switch
    {
        PacketFilterAddressKind.Interface => new("ifname", PfAddrWrapLayout.Interface, InterfaceName.FieldSize, NameValueFieldKind.Text),
        PacketFilterAddressKind.Table => new("tblname", PfAddrWrapLayout.Table, PacketFilterNames.TableSize, NameValueFieldKind.Text),
        _ => null,
    };

    private static void ReadAddress(NameValueList? list, Span<byte> address)
    {
        if (list is not null)
        {
            Address.Read(list, address);
        }
    }

    private static void Read(NameValueField[] fields, NameValueList? list, Span<byte> structure)
    {
        foreach (NameValueField field in list is null ? [] : fields)
        {
            field.Read(list!, structure);
        }
    }

    private static NameValueList Write(NameValueField[] fields, ReadOnlySpan<byte> structure)
    {
        var list = new NameValueList();
        foreach (NameValueField field in fields)
        {
            field.Write(structure, list);
        }

        return list;
    }
}
