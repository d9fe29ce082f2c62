using Knast.Native.FreeBsd.Processes;
using Knast.Native.Kernel;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Processes of a FreeBSD kernel, told apart by their start times.</summary>
internal sealed class FreeBsdProcesses
{
    private const long MicrosecondsPerSecond = 1_000_000;

    private readonly IKernel _kernel;

    public FreeBsdProcesses(IKernel kernel)
    {
        _kernel = kernel;
    }

    /// <summary>The start time of a process in microseconds since 1970; null when it is gone or only waits to be reaped.</summary>
    public long? StartTime(int pid) => ProcessList.Find(_kernel, pid) is { State: not ProcessState.Zombie } process ? TimeOf(process) : null;

    /// <summary>Whether that very process is alive.</summary>
    public bool IsAlive(ProcessRecord process) => StartTime(process.Pid) == process.StartTime;

    /// <summary>Signals that very process.</summary>
    /// <returns>Whether it was still there.</returns>
    public bool Kill(ProcessRecord process, int signal) => IsAlive(process) && Native.FreeBsd.Processes.Kill.Invoke(_kernel, process.Pid, signal);

    /// <summary>Waits for the end of that very process, child or not.</summary>
    /// <returns>False when time ran out.</returns>
    public bool WaitForEnd(ProcessRecord process, TimeSpan? timeout, CancellationToken cancellation)
    {
        using KernelDescriptor queue = Kqueue.Invoke(_kernel);
        try
        {
            Kevent.Change(_kernel, queue, KernelEvent.ExitOf(process.Pid));
        }
        catch (NativeException error) when (error.Code == ErrorCode.ESRCH)
        {
            return true;
        }

        // Asked after the watch is set, so that a process that took the number meanwhile is not waited for.
        return !IsAlive(process) || KernelWait.Readable(_kernel, queue, timeout, cancellation);
    }

    private static long TimeOf(ProcessStatus process) => (process.StartSeconds * MicrosecondsPerSecond) + process.StartMicroseconds;
}
