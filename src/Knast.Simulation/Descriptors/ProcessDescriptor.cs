using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Events;
using Knast.Simulation.Files;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Descriptors;

/// <summary>A descriptor of a process (pdfork(2)). Closing the last one kills the process, unless it was made a daemon.</summary>
internal sealed class ProcessDescriptor(Process process, bool isDaemon) : OpenFile(OpenFlags.ReadWrite)
{
    public Process Process { get; } = process;

    public override int Kind => 11;

    public override PollEvents Ready => Process.HasEnded ? PollEvents.HangUp : PollEvents.None;

    public override EventSource? Source(int filter) => filter == EventFilter.ProcessDescriptor ? new ProcessDescriptorSource(this) : null;

    public override StatRecord Stat() => new() { Type = FileType.Unknown, Mode = Process.State == ProcessState.Alive ? 0x1C0u : 0 };

    protected override void Close()
    {
        switch (Process.State)
        {
            case ProcessState.Zombie:
                Process.Reap();
                break;
            case ProcessState.Alive when !isDaemon:
                Process.GiveToInit();
                Process.Signals.Post(Signal.Kill);
                break;
            case ProcessState.Alive:
                Process.Handle = null;
                break;
        }
    }

    /// <summary>The process, as long as somebody may still ask for it.</summary>
    /// <exception cref="KernelError">ESRCH.</exception>
    public Process Require() => Process.State != ProcessState.Reaped ? Process : throw new KernelError(ErrorCode.ESRCH);
}
