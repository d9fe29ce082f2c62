namespace Knast.Runtime.State;

/// <summary>The first process of a container, so identified that a reused process id is not mistaken for it.</summary>
internal sealed record ProcessRecord
{
    public required int Pid { get; init; }

    /// <summary>The kernel's own start time of the process, in the kernel's own units.</summary>
    public required long StartTime { get; init; }

    /// <summary>The process that watches it; null where there is none.</summary>
    public ProcessRecord? Monitor { get; init; }

    public DateTimeOffset? Started { get; init; }
}
