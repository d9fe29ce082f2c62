using Knast.Simulation.Processes;

namespace Knast.Simulation.Calls;

/// <summary>Who makes the call that this thread works on, for files that look different to everybody.</summary>
internal static class CurrentCall
{
    [ThreadStatic]
    private static Process? s_process;

    public static Process Process => s_process ?? throw new InvalidOperationException("No system call is being made on this thread.");

    public static void Enter(Process? process) => s_process = process;
}
