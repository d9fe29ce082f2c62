using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Processes;

/// <summary>The processes of a machine.</summary>
internal sealed class ProcessTable
{
    /// <summary>The first process, which reaps orphans at once.</summary>
    public const int Init = 1;

    private const int FirstPid = 700;
    private const int LargestPid = 99999;

    private readonly SimulatedMachine _machine;
    private readonly SortedDictionary<int, Process> _processes = [];
    private readonly Dictionary<Process, Thread> _threads = [];
    private readonly Process _kernel;
    private int _last = FirstPid;

    public ProcessTable(SimulatedMachine machine)
    {
        _machine = machine;
        First = new(machine, Init, null, new Credentials(machine.RootJail), machine.Files.Root) { Name = "init", IsReaper = true };
        _processes.Add(Init, First);
        _kernel = new(machine, 0, null, new Credentials(machine.RootJail), machine.Files.Root) { Name = "kernel" };
    }

    /// <summary>The process with identifier 1.</summary>
    public Process First { get; }

    /// <summary>All that are not reaped, and the kernel itself.</summary>
    public IEnumerable<Process> Listed => _processes.Values.Prepend(_kernel);

    /// <summary>All that are not reaped.</summary>
    public IEnumerable<Process> All => _processes.Values;

    /// <summary>The threads that run processes here.</summary>
    public Thread[] Threads => [.. _threads.Values];

    public Process? Find(int pid) => _processes.GetValueOrDefault(pid);

    /// <summary>A new process.</summary>
    public Process New(Process parent, Credentials credentials, Node root)
    {
        do
        {
            _last = _last >= LargestPid ? FirstPid : _last + 1;
        }
        while (_processes.ContainsKey(_last));

        Process process = new(_machine, _last, parent, credentials, root);
        _processes.Add(process.Pid, process);
        return process;
    }

    /// <summary>The process of somebody outside who makes system calls.</summary>
    public Process NewClient(uint user)
    {
        var credentials = new Credentials(_machine.RootJail)
        {
            RealUser = user,
            EffectiveUser = user,
            SavedUser = user,
            RealGroup = user,
            EffectiveGroup = user,
            SavedGroup = user,
        };
        Process process = New(First, credentials, _machine.Files.Root);
        process.Name = "pwsh";
        process.Arguments = ["pwsh"];
        for (int standard = 0; standard < 3; standard++)
        {
            process.Descriptors.Add(new NullFile(), isCloseOnExec: false);
        }

        return process;
    }

    public void Remove(Process process) => _processes.Remove(process.Pid);

    /// <summary>Lets a process run.</summary>
    public void Run(Process process, IProcessImage image)
    {
        process.HasThread = true;
        var runner = new ProcessRunner(_machine, process);
        var thread = new Thread(() => runner.Run(image), 512 * 1024) { IsBackground = true, Name = $"simulated process {process.Pid}" };
        _threads.Add(process, thread);
        thread.Start();
    }

    /// <summary>A process's thread is at its end.</summary>
    public void Stopped(Process process) => _threads.Remove(process);
}
