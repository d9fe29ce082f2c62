namespace Knast.Oci.RuntimeSpec;

/// <summary>The NUMA memory policy (runtime-spec config-linux.md, "Memory policy"; set_mempolicy(2)).</summary>
public sealed record LinuxMemoryPolicy
{
    /// <summary>Such as <c>MPOL_INTERLEAVE</c>; empty where the document lacks it.</summary>
    public string Mode { get; init => field = value ?? ""; } = "";

    /// <summary>The memory nodes, as <c>0-3,7</c>.</summary>
    public string? Nodes { get; init; }

    /// <summary>Flags such as <c>MPOL_F_STATIC_NODES</c>.</summary>
    public IReadOnlyList<string> Flags { get; init => field = value ?? []; } = [];
}
