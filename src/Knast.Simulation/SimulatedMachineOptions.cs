namespace Knast.Simulation;

/// <summary>What a simulated machine is made of.</summary>
public sealed record SimulatedMachineOptions
{
    /// <summary>The directory of this machine that is the root of the simulated one; null makes a temporary one, removed at the end.</summary>
    public string? Root { get; init; }

    /// <summary>Directories of this machine that the simulated one has at the same paths. Each must exist.</summary>
    public IReadOnlyList<string> SharedDirectories { get; init; } = [];

    /// <summary>Whether resources are counted (<c>kern.racct.enable</c>, a setting of the boot loader).</summary>
    public bool CountsResources { get; init; } = true;

    /// <summary>Whether the host's start-up has made the rulesets of devfs(8) that jails use; a kernel alone has none.</summary>
    public bool HasDefaultRulesets { get; init; }

    /// <summary>Kernel modules that can be loaded, beside what is compiled in.</summary>
    public IReadOnlyList<string>? LoadableModules { get; init; }
}
