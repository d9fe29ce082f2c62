namespace Knast.Native.Programs;

/// <summary>What the monitor is to do. Descriptors are numbers in the program's process, -1 where there is none; docs/programs.md has the file formats.</summary>
public sealed record MonitorSettings
{
    /// <summary>The process identifier of a child of the process that becomes the monitor.</summary>
    public required ProgramValue Child { get; init; }

    /// <summary>The read end of the child's standard output.</summary>
    public ProgramValue Output { get; init; } = -1;

    /// <summary>The read end of the child's standard error.</summary>
    public ProgramValue Error { get; init; } = -1;

    /// <summary>The file <c>log</c> of <see cref="Directory"/>, opened for appending.</summary>
    public ProgramValue Log { get; init; } = -1;

    /// <summary>The directory of the container's run-time state, where <c>exit</c> appears at the end.</summary>
    public required ProgramValue Directory { get; init; }

    /// <summary>The size at which the log is rotated, in bytes; 0 for no limit.</summary>
    public long LogLimit { get; init; }

    /// <summary>How many rotated logs (<c>log.1</c> …) are kept, 0 to 99; with 0 the log begins anew at its limit.</summary>
    public int RotatedLogs { get; init; }
}
