using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>The switch, and what it says about itself.</summary>
internal static class StatusRequests
{
    private const ulong DebugLevel = 1;
    private const int ChecksumSize = 16;
    private const int PacketCounters = 8;
    private const int ByteCounters = 4;

    private static readonly string[] s_reasons =
    [
        "match", "bad-offset", "fragment", "short", "normalize", "memory", "bad-timestamp", "congestion", "ip-option", "proto-cksum",
        "state-mismatch", "state-insert", "state-limit", "src-limit", "synproxy", "map-failed",
    ];

    private static readonly string[] s_reasons15 = [.. s_reasons, "translate"];

    private static readonly string[] s_limits =
    [
        "max states per rule", "max-src-states", "max-src-nodes", "max-src-conn", "max-src-conn-rate", "overload table insertion",
        "overload flush states", "synfloods detected", "syncookies sent", "syncookies validated",
    ];

    private static readonly string[] s_operations = ["searches", "inserts", "removals"];

    /// <summary>DIOCSTART.</summary>
    /// <exception cref="KernelError">EEXIST: it runs.</exception>
    public static void Start(CallContext call, VnetFilter filter, byte[] data)
    {
        KernelError.Unless(!filter.Status.IsRunning, ErrorCode.EEXIST);
        filter.Status.Switch(isOn: true);
    }

    /// <summary>DIOCSTOP.</summary>
    /// <exception cref="KernelError">ENOENT: it does not run.</exception>
    public static void Stop(CallContext call, VnetFilter filter, byte[] data)
    {
        KernelError.Unless(filter.Status.IsRunning, ErrorCode.ENOENT);
        filter.Status.Switch(isOn: false);
    }

    /// <summary>DIOCGETSTATUSNV.</summary>
    public static void Get(CallContext call, VnetFilter filter, byte[] data)
    {
        FilterStatus status = filter.Status;
        var list = new NameValueList
        {
            { "running", status.IsRunning },
            { "since", (ulong)status.Since.ToUnixTimeSeconds() },
            { "debug", DebugLevel },
            { "hostid", (ulong)status.HostId },
            { "states", (ulong)filter.States.Current.Count },
            { "src_nodes", 0UL },
        };
        if (filter.Is15)
        {
            list.Add("reass", 0UL);
            list.Add("syncookies_active", false);
            list.Add("halfopen_states", 0UL);
        }

        list.Add("counters", Counters(filter.Is15 ? s_reasons15 : s_reasons, status.Matches));
        list.Add("lcounters", Counters(s_limits));
        list.Add("fcounters", Counters(s_operations, filter.States.Searches, filter.States.Inserts, filter.States.Removals));
        list.Add("scounters", Counters(s_operations));
        list.Add("ifname", "");
        list.Add("chksum", new byte[ChecksumSize]);
        list.Add("pcounters", new ulong[PacketCounters]);
        list.Add("bcounters", new ulong[ByteCounters]);
        NameValueArgument.Answer(call, data, list);
    }

    private static NameValueList Counters(string[] names, params ulong[] values)
    {
        ulong[] all = new ulong[names.Length];
        values.CopyTo(all, 0);
        return new NameValueList
        {
            { "counters", all }, { "names", names }, { "ids", Enumerable.Range(0, names.Length).Select(static id => (ulong)id).ToArray() },
        };
    }
}
