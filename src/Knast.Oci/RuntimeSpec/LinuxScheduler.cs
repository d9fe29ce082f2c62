namespace Knast.Oci.RuntimeSpec;

/// <summary>The scheduling policy of a process (runtime-spec config.md, "scheduler"; sched_setattr(2)).</summary>
public sealed record LinuxScheduler
{
    /// <summary>
    /// <c>SCHED_OTHER</c>, <c>SCHED_FIFO</c>, <c>SCHED_RR</c>, <c>SCHED_BATCH</c>, <c>SCHED_ISO</c>, <c>SCHED_IDLE</c> or
    /// <c>SCHED_DEADLINE</c>; empty where the document lacks it.
    /// </summary>
    public string Policy { get; init => field = value ?? ""; } = "";

    /// <summary>The nice value.</summary>
    public int? Nice { get; init; }

    /// <summary>The static priority of <c>SCHED_FIFO</c> and <c>SCHED_RR</c>.</summary>
    public int? Priority { get; init; }

    /// <summary>Flags such as <c>SCHED_FLAG_RESET_ON_FORK</c>.</summary>
    public IReadOnlyList<string> Flags { get; init => field = value ?? []; } = [];

    /// <summary>For <c>SCHED_DEADLINE</c>: the time the process may run in a period, in nanoseconds.</summary>
    public ulong? Runtime { get; init; }

    /// <summary>For <c>SCHED_DEADLINE</c>: the deadline in a period, in nanoseconds.</summary>
    public ulong? Deadline { get; init; }

    /// <summary>For <c>SCHED_DEADLINE</c>: the period, in nanoseconds.</summary>
    public ulong? Period { get; init; }
}
