using System.Collections.Frozen;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;
using Knast.Simulation.Modules;
using Knast.Simulation.Mounts;
using Knast.Simulation.Processes;
using Knast.Simulation.ResourceLimits;
using Knast.Simulation.Sysctls;
using Knast.Simulation.Terminals;

namespace Knast.Simulation.Calls;

/// <summary>The system calls of one release by number (sys/kern/syscalls.master).</summary>
internal sealed class SystemCallTable
{
    private readonly Dictionary<int, SystemCallHandler> _adding = [];
    private readonly FrozenDictionary<int, SystemCallHandler> _handlers;

    public SystemCallTable(SimulatedRelease release)
    {
        Release = release;
        foreach (Action<SystemCallTable> facility in Facilities)
        {
            facility(this);
        }

        _handlers = _adding.ToFrozenDictionary();
    }

    public SimulatedRelease Release { get; }

    private static Action<SystemCallTable>[] Facilities =>
    [
        FileCallTable.Register,
        DescriptorCallTable.Register,
        ProcessCallTable.Register,
        JailCalls.Register,
        MountCalls.Register,
        ModuleCalls.Register,
        SysctlCalls.Register,
        RctlCalls.Register,
        CpusetCalls.Register,
        TerminalCalls.Register,
    ];

    /// <summary>Makes a call known.</summary>
    public void Add(int number, SystemCallHandler handler) => _adding.Add(number, handler);

    /// <summary>The handler of a call, or null for a call that this kernel does not simulate.</summary>
    public SystemCallHandler? Find(long number) => number is >= 0 and <= int.MaxValue ? _handlers.GetValueOrDefault((int)number) : null;
}
