namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What the packet filter is doing.</summary>
/// <param name="IsRunning">Whether it looks at packets.</param>
/// <param name="Since">Since when it does, or does not.</param>
/// <param name="States">Connections that it remembers.</param>
/// <param name="HostId">The number by which pfsync(4) knows this machine.</param>
/// <param name="Reasons">How many packets matched or were dropped, by reason.</param>
/// <param name="StateOperations">How often states were looked for, added and removed: <c>searches</c>, <c>inserts</c>, <c>removals</c>.</param>
public sealed record PacketFilterStatus(
    bool IsRunning,
    DateTimeOffset Since,
    long States,
    uint HostId,
    IReadOnlyDictionary<string, ulong> Reasons,
    IReadOnlyDictionary<string, ulong> StateOperations)
{
    /// <summary>Reads the answer of DIOCGETSTATUSNV.</summary>
    /// <param name="list">The list.</param>
    public static PacketFilterStatus Decode(NameValueList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new PacketFilterStatus(
            list.Boolean("running"),
            DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(list.Number("since"), (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds())),
            (long)Math.Min(list.Number("states"), long.MaxValue),
            (uint)list.Number("hostid"),
            Counters(list.List("counters")),
            Counters(list.List("fcounters")));
    }

    private static Dictionary<string, ulong> Counters(NameValueList? list)
    {
        var counters = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach ((string name, ulong count) in list is null ? [] : list.Texts("names").Zip(list.Numbers("counters")))
        {
            counters[name] = count;
        }

        return counters;
    }
}
