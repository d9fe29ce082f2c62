namespace Knast.Simulation.Processes;

/// <summary>Signals of FreeBSD (sys/signal.h), as far as the kernel itself treats them in a way of their own.</summary>
internal static class Signal
{
    public const int Hangup = 1;
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Pipe = 13;
    public const int Terminate = 15;
    public const int Urgent = 16;
    public const int Stop = 17;
    public const int TerminalStop = 18;
    public const int Continue = 19;
    public const int Child = 20;
    public const int TerminalInput = 21;
    public const int TerminalOutput = 22;
    public const int InputOutput = 23;
    public const int WindowChange = 28;
    public const int Information = 29;

    /// <summary>The largest number (_SIG_MAXSIG).</summary>
    public const int Largest = 128;

    /// <summary>Whether it does nothing where it is not caught.</summary>
    public static bool IsIgnoredByDefault(int signal) => signal is Urgent or Continue or Child or InputOutput or WindowChange or Information;

    /// <summary>Whether it stops a process where it is not caught.</summary>
    public static bool Stops(int signal) => signal is Stop or TerminalStop or TerminalInput or TerminalOutput;
}
