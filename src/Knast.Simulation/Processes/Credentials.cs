using Knast.Simulation.Jails;

namespace Knast.Simulation.Processes;

/// <summary>Who a process is (struct ucred).</summary>
internal sealed record Credentials(Jail Jail)
{
    public uint RealUser { get; init; }

    public uint EffectiveUser { get; init; }

    public uint SavedUser { get; init; }

    public uint RealGroup { get; init; }

    public uint EffectiveGroup { get; init; }

    public uint SavedGroup { get; init; }

    /// <summary>The supplementary groups, without the effective one.</summary>
    public IReadOnlyList<uint> Groups { get; init; } = [];

    public bool IsSuperuser => EffectiveUser == 0 && Jail.Allows("suser");

    public bool IsInJail => !Jail.IsRoot;

    /// <summary>Whether a group is one of the process's.</summary>
    public bool IsMember(uint group) => group == EffectiveGroup || Groups.Contains(group);
}
