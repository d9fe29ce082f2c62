namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>What packets did to a rule.</summary>
internal sealed class RuleCounters
{
    public ulong Evaluations { get; set; }

    /// <summary>By direction: in, out.</summary>
    public ulong[] Packets { get; } = new ulong[2];

    /// <summary>By direction: in, out.</summary>
    public ulong[] Bytes { get; } = new ulong[2];

    public ulong States { get; set; }

    public ulong StatesEver { get; set; }

    /// <summary>Seconds since 1970 of the last packet; 0 before the first.</summary>
    public ulong LastSeen { get; set; }

    /// <summary>A packet met the rule.</summary>
    public void Count(bool isOut, int length, DateTimeOffset now)
    {
        Packets[isOut ? 1 : 0]++;
        Bytes[isOut ? 1 : 0] += (ulong)length;
        LastSeen = (ulong)now.ToUnixTimeSeconds();
    }

    /// <summary>Begins to count again; what is remembered goes on.</summary>
    public void Clear()
    {
        Evaluations = 0;
        Packets.AsSpan().Clear();
        Bytes.AsSpan().Clear();
        StatesEver = 0;
    }
}
