namespace Knast.Oci.RuntimeSpec;

/// <summary>The limit of processes (runtime-spec config-linux.md, "PIDs").</summary>
public sealed record LinuxPids
{
    /// <summary>The most tasks of the cgroup; -1 for no limit, and 0 is a limit too.</summary>
    public long? Limit { get; init; }
}
