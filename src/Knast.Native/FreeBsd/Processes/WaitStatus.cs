namespace Knast.Native.FreeBsd.Processes;

/// <summary>How a process ended: the status of wait4(2), wait6(2) and of NOTE_EXIT (sys/wait.h).</summary>
/// <param name="Raw">The kernel's number.</param>
public readonly record struct WaitStatus(int Raw)
{
    private const int SignalBits = 0x7F;

    /// <summary>The signal that ended it; 0 where it exited.</summary>
    public int Signal => Raw & SignalBits;

    /// <summary>What it exited with; 0 where a signal ended it.</summary>
    public int ExitCode => Signal == 0 ? (Raw >> 8) & 0xFF : 0;

    /// <summary>As shells count it: the exit code, or 128 and the signal.</summary>
    public int ShellCode => Signal == 0 ? ExitCode : 128 + Signal;
}
