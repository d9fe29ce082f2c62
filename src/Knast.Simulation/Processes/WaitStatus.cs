namespace Knast.Simulation.Processes;

/// <summary>How a process ended, as wait(2) has it (sys/wait.h).</summary>
internal static class WaitStatus
{
    public static int Exited(int code) => (code & 0xff) << 8;

    public static int Signalled(int signal) => signal;

    public static int Stopped(int signal) => (signal << 8) | 0x7f;

    public static int Continued => 0x13;
}
