using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Devfs;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;
using Knast.Simulation.Modules;
using Knast.Simulation.Network;
using Knast.Simulation.Processes;
using Knast.Simulation.ResourceLimits;
using Knast.Simulation.Sysctls;
using Knast.Simulation.Terminals;

namespace Knast.Simulation;

/// <summary>A machine with a FreeBSD kernel that exists in memory only. Its files are in a directory of this machine.</summary>
public sealed class SimulatedMachine : IDisposable
{
    /// <summary>How many processors it has.</summary>
    internal const int ProcessorCount = 2;

    private readonly List<string> _unhandled = [];

    /// <summary>Boots a machine.</summary>
    /// <param name="release">The release of FreeBSD.</param>
    /// <param name="options">What it is made of; null for the defaults.</param>
    public SimulatedMachine(SimulatedRelease release, SimulatedMachineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(release);
        Release = release;
        Options = options ?? new SimulatedMachineOptions();
        Calls = new SystemCallTable(release);
        Modules = new ModuleTable(this);
        Jails = new JailTable(this);
        Devices = new DeviceTable(this);
        if (Options.HasDefaultRulesets)
        {
            DefaultRulesets.Load(Rulesets);
        }

        Terminals = new TerminalTable(this);
        Files = new FileTree(this);
        RootJail.Root = Files.Root;
        Processes = new ProcessTable(this);
        Network = new MachineNetwork(this);
        ResourceRules = new RctlTable(this);
        Sysctls = new SysctlTable(this);
    }

    /// <summary>The release whose kernel is simulated.</summary>
    public SimulatedRelease Release { get; }

    /// <summary>The directory of this machine that is the root of the simulated one.</summary>
    public string RootDirectory => Files.RootDirectory;

    /// <summary>The system calls that were made and are not simulated, which answered ENOSYS. Empty after a test that means something.</summary>
    public IReadOnlyList<string> UnhandledCalls
    {
        get
        {
            lock (Gate)
            {
                return [.. _unhandled];
            }
        }
    }

    internal SimulatedMachineOptions Options { get; }

    /// <summary>Whoever reads or changes the machine holds it. Waiting lets go of it.</summary>
    internal object Gate { get; } = new();

    internal SystemCallTable Calls { get; }

    internal ProcessTable Processes { get; }

    internal FileTree Files { get; }

    internal JailTable Jails { get; }

    internal DeviceTable Devices { get; }

    internal TerminalTable Terminals { get; }

    internal DevfsRulesetTable Rulesets { get; } = new();

    internal Jail RootJail => Jails.Root;

    internal ModuleTable Modules { get; }

    internal SysctlTable Sysctls { get; }

    internal RctlTable ResourceRules { get; }

    internal ProcessorSets Processors { get; } = new();

    /// <summary>The environment that the boot loader gave the kernel.</summary>
    internal Dictionary<string, string> BootEnvironment { get; } = new() { ["kernelname"] = "/boot/kernel/kernel" };

    internal INetwork Network { get; }

    internal DateTimeOffset BootTime { get; } = DateTimeOffset.UtcNow;

    /// <summary>Whether the machine was switched off.</summary>
    internal bool IsOff { get; private set; }

    /// <summary>Starts a process on the machine and gives its view of the kernel.</summary>
    /// <param name="user">Its user id; 0 is root.</param>
    public SimulatedKernel Open(int user = 0)
    {
        lock (Gate)
        {
            return new SimulatedKernel(this, Processes.NewClient((uint)user));
        }
    }

    /// <summary>Switches the machine off: all processes end, and a temporary root is removed.</summary>
    public void Dispose()
    {
        Thread[] threads;
        lock (Gate)
        {
            if (IsOff)
            {
                return;
            }

            IsOff = true;
            Changed();
            threads = Processes.Threads;
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Files.Dispose();
    }

    /// <summary>Makes a system call for a process.</summary>
    internal SystemCallResult Invoke(Process process, Memory.IMemory memory, long number, string? name, long[] arguments)
    {
        lock (Gate)
        {
            if (Calls.Find(number) is not { } handler)
            {
                _unhandled.Add($"{name ?? "?"} ({number})");
                return Failure(ErrorCode.ENOSYS);
            }

            CurrentCall.Enter(process);
            try
            {
                process.Signals.RequireRunning();
                return new SystemCallResult(handler(new CallContext(this, process, memory, arguments)), 0);
            }
            catch (KernelError error)
            {
                return Failure(error.Code);
            }
            finally
            {
                CurrentCall.Enter(null);
                Changed();
            }
        }
    }

    /// <summary>Waits until something is so. The gate is held before and after, not meanwhile.</summary>
    /// <returns>False when the time is over.</returns>
    /// <exception cref="KernelError">EINTR: a signal with a handler came.</exception>
    /// <exception cref="ProcessEnded">A signal ends the process.</exception>
    internal bool Wait(Process process, Func<bool> isReady, Deadline deadline)
    {
        while (true)
        {
            process.Signals.RequireRunning();
            if (isReady())
            {
                return true;
            }

            if (process.Signals.IsInterrupted)
            {
                throw new KernelError(ErrorCode.EINTR);
            }

            int left = deadline.Left;
            if (left == 0)
            {
                return false;
            }

            Monitor.Wait(Gate, left);
        }
    }

    /// <summary>Tells all who wait that something has changed.</summary>
    internal void Changed() => Monitor.PulseAll(Gate);

    private static SystemCallResult Failure(ErrorCode code) => new(-1, ErrorCodes.ToErrno(KernelSystem.FreeBsd, code));
}
