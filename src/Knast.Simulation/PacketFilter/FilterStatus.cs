namespace Knast.Simulation.PacketFilter;

/// <summary>Whether the packet filter runs, and what it counted (struct pf_status).</summary>
/// <param name="since">What the time of the last switching is before the first.</param>
internal sealed class FilterStatus(DateTimeOffset since)
{
    /// <summary>The number of this machine in its states, chosen at boot.</summary>
    public uint HostId { get; } = (uint)Random.Shared.NextInt64(1, uint.MaxValue);

    public bool IsRunning { get; private set; }

    /// <summary>When it was switched on or off.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    /// <summary>How many packets met a rule.</summary>
    public ulong Matches { get; private set; }

    public void Switch(bool isOn)
    {
        IsRunning = isOn;
        Since = DateTimeOffset.UtcNow;
    }

    /// <summary>A packet met a rule.</summary>
    public void CountMatch() => Matches++;
}
