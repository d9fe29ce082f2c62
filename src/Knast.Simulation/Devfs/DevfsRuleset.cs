namespace Knast.Simulation.Devfs;

/// <summary>A ruleset of devfs(8). It is there as long as it has rules, or something refers to it.</summary>
internal sealed class DevfsRuleset(ushort number)
{
    public ushort Number { get; } = number;

    public SortedDictionary<ushort, DevfsRule> Rules { get; } = [];

    /// <summary>Mounts that use it, and rules that include it.</summary>
    public int References { get; set; }
}
