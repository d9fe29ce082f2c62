namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// The processors of a process that <c>exec</c> starts (runtime-spec config.md, "execCPUAffinity"), as lists such as <c>0-3,7</c>.
/// </summary>
public sealed record CpuAffinity
{
    /// <summary>Before it enters the container's cgroup.</summary>
    public string? Initial { get; init; }

    /// <summary>After it entered.</summary>
    public string? Final { get; init; }
}
