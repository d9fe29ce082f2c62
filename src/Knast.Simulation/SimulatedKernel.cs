using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Simulation.Launching;
using Knast.Simulation.Memory;
using Knast.Simulation.Processes;

namespace Knast.Simulation;

/// <summary>What a process of a simulated machine sees of its kernel. Disposing it ends the process as SIGKILL would: descriptors close, nothing is tidied up.</summary>
public sealed class SimulatedKernel : IKernel, IDisposable
{
    private readonly Process _process;

    internal SimulatedKernel(SimulatedMachine machine, Process process)
    {
        Machine = machine;
        _process = process;
        Target = new KernelTarget(KernelSystem.FreeBsd, KernelTarget.LocalArchitecture, machine.Release.Osreldate);
    }

    /// <summary>The machine.</summary>
    public SimulatedMachine Machine { get; }

    /// <inheritdoc/>
    public KernelTarget Target { get; }

    /// <summary>The identifier of the process.</summary>
    public int ProcessId => _process.Pid;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The process has ended.</exception>
    public SystemCallResult Invoke(SystemCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ObjectDisposedException.ThrowIf(_process.HasEnded && call.Number != CloseNumber, this);
        long[] values = new long[SystemCall.MaximumArguments];
        call.Resolve(values);
        return Machine.Invoke(_process, new CallMemory(call), call.Number, call.Name, values);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The process has ended.</exception>
    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(descriptors);
        ObjectDisposedException.ThrowIf(_process.HasEnded, this);
        ProgramLaunch.RequireTarget(Target, program);
        ProgramLaunch.RequireTargets(descriptors);
        (int socket, int pid) = ProgramStart.Start(Machine, _process, program, descriptors);
        return new ProgramLaunch(this, program, new KernelDescriptor(this, socket), pid);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (Machine.Gate)
        {
            if (!_process.HasEnded)
            {
                _process.End(WaitStatus.Signalled(9));
                Machine.Changed();
            }
        }
    }

    // A descriptor that is closed after the end of its process is no error: it is closed already.
    private const int CloseNumber = 6;
}
