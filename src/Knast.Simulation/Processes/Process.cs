using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>A process of the simulated machine.</summary>
internal sealed class Process
{
    private Credentials _credentials;

    public Process(SimulatedMachine machine, int pid, Process? parent, Credentials credentials, Node directory)
    {
        Machine = machine;
        Pid = pid;
        Parent = parent;
        GroupId = SessionId = pid;
        _credentials = credentials;
        credentials.Jail.Processes.Add(this);
        WorkingDirectory = Root = directory;
        Descriptors = new DescriptorTable(this);
        Signals = new SignalState(machine, this);
        parent?.Children.Add(this);
    }

    public SimulatedMachine Machine { get; }

    public int Pid { get; }

    public Process? Parent { get; private set; }

    public List<Process> Children { get; } = [];

    public ProcessState State { get; private set; }

    public bool HasEnded => State != ProcessState.Alive;

    /// <summary>Whether it runs here, rather than being a client or the first process.</summary>
    public bool HasThread { get; set; }

    /// <summary>How it ended.</summary>
    public int ExitStatus { get; private set; }

    public DateTimeOffset StartTime { get; } = DateTimeOffset.UtcNow;

    /// <summary>The name of what it executes (p_comm).</summary>
    public string Name { get; set; } = "";

    public IReadOnlyList<string> Arguments { get; set; } = [];

    public IReadOnlyList<string> Environment { get; set; } = [];

    /// <summary>The path of what it executes.</summary>
    public string Executable { get; set; } = "";

    public string Login { get; set; } = "root";

    public string LoginClass { get; set; } = "default";

    public int GroupId { get; set; }

    public int SessionId { get; set; }

    public uint Umask { get; set; } = 0x12;

    public Node WorkingDirectory { get; set; }

    public Node Root { get; set; }

    public DescriptorTable Descriptors { get; }

    public ResourceLimitTable Limits { get; private set; } = new();

    public SignalState Signals { get; }

    public ProcessMemory Memory { get; set; } = new();

    /// <summary>The set of processors that it runs on.</summary>
    public int CpusetId { get; set; } = 1;

    /// <summary>Whether orphans among its descendants become its children (procctl(2)).</summary>
    public bool IsReaper { get; set; }

    /// <summary>The descriptor that a pdfork(2) gave for it.</summary>
    public ProcessDescriptor? Handle { get; set; }

    /// <summary>Who is told when it forks, executes and ends.</summary>
    public event Action<ProcessEvent>? Happened;

    public Jail Jail => Credentials.Jail;

    /// <summary>Whether it has a directory open, which some calls refuse.</summary>
    public bool HasOpenDirectory => Descriptors.All.Any(static entry => entry.Value.File is NodeFile { Node.IsDirectory: true });

    public Credentials Credentials
    {
        get => _credentials;
        set
        {
            if (_credentials.Jail != value.Jail)
            {
                _credentials.Jail.Processes.Remove(this);
                value.Jail.Processes.Add(this);
            }

            _credentials = value;
        }
    }

    /// <summary>Its nearest ancestor that takes orphans.</summary>
    public Process Reaper
    {
        get
        {
            Process? ancestor = Parent;
            while (ancestor is { IsReaper: false, Parent: not null })
            {
                ancestor = ancestor.Parent;
            }

            return ancestor ?? Machine.Processes.First;
        }
    }

    /// <summary>A child with the same files, places, ids and limits.</summary>
    public Process Fork()
    {
        Process child = Machine.Processes.New(this, Credentials, Root);
        child.WorkingDirectory = WorkingDirectory;
        child.GroupId = GroupId;
        child.SessionId = SessionId;
        child.Umask = Umask;
        child.CpusetId = CpusetId;
        child.Name = Name;
        child.Arguments = Arguments;
        child.Environment = Environment;
        child.Executable = Executable;
        child.Login = Login;
        child.LoginClass = LoginClass;
        child.Limits = Limits.Copy();
        child.Memory = Memory.Copy();
        Descriptors.CopyTo(child.Descriptors);
        Signals.CopyTo(child.Signals);
        Happened?.Invoke(new ProcessEvent(ProcessEventKind.Forked, this, child));
        return child;
    }

    public void Executed() => Happened?.Invoke(new ProcessEvent(ProcessEventKind.Executed, this, null));

    /// <summary>Ends it. Its children go to the reaper, its parent is told.</summary>
    public void End(int status)
    {
        Descriptors.CloseAll();
        ExitStatus = status;
        State = ProcessState.Zombie;
        foreach (Process child in Children.ToArray())
        {
            child.GiveTo(Reaper);
        }

        Happened?.Invoke(new ProcessEvent(ProcessEventKind.Ended, this, null));
        Jail.Settle();
        Parent!.Signals.Post(Signal.Child);
        if (Handle is { IsClosed: true } || (Handle is null && (Parent.Pid == ProcessTable.Init || Parent.Signals.IsIgnored(Signal.Child))))
        {
            Reap();
        }
    }

    /// <summary>Forgets it, after somebody has asked how it ended.</summary>
    public void Reap()
    {
        State = ProcessState.Reaped;
        Parent!.Children.Remove(this);
        Machine.Processes.Remove(this);
        Jail.Processes.Remove(this);
        Jail.Settle();
        Machine.Changed();
    }

    /// <summary>Makes it a child of the first process.</summary>
    public void GiveToInit()
    {
        Handle = null;
        GiveTo(Machine.Processes.First);
    }

    private void GiveTo(Process parent)
    {
        Parent!.Children.Remove(this);
        Parent = parent;
        parent.Children.Add(this);
        if (State == ProcessState.Zombie)
        {
            if (parent.Pid == ProcessTable.Init)
            {
                Reap();
            }
            else
            {
                parent.Signals.Post(Signal.Child);
            }
        }
    }
}
