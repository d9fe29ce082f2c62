namespace Knast.Oci.RuntimeSpec;

/// <summary>Limits of processors (runtime-spec config-linux.md, "CPU").</summary>
public sealed record LinuxCpu
{
    /// <summary>The weight against other cgroups.</summary>
    public ulong? Shares { get; init; }

    /// <summary>The time that all processes may run in a period, in microseconds.</summary>
    public long? Quota { get; init; }

    /// <summary>The time that may be saved up for bursts, in microseconds.</summary>
    public ulong? Burst { get; init; }

    /// <summary>The period, in microseconds.</summary>
    public ulong? Period { get; init; }

    /// <summary>The time that realtime processes may run in their period, in microseconds.</summary>
    public long? RealtimeRuntime { get; init; }

    /// <summary>Their period, in microseconds.</summary>
    public ulong? RealtimePeriod { get; init; }

    /// <summary>The processors to use, as <c>0-3,7</c>.</summary>
    public string? Cpus { get; init; }

    /// <summary>The memory nodes to use, as <c>0-3,7</c>.</summary>
    public string? Mems { get; init; }

    /// <summary>1 for SCHED_IDLE, 0 for the default.</summary>
    public long? Idle { get; init; }
}
