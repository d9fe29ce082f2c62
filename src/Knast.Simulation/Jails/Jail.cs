using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Mounts;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Jails;

/// <summary>A jail (struct prison).</summary>
internal sealed class Jail
{
    private const int DefaultEnforceStatfs = 2;

    private readonly SimulatedMachine _machine;

    public Jail(SimulatedMachine machine, int id, Jail? parent)
    {
        _machine = machine;
        Id = id;
        Parent = parent;
        Component = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        OsReldate = parent?.OsReldate ?? machine.Release.Osreldate;
        OsRelease = parent?.OsRelease ?? machine.Release.OsRelease;
        SecureLevel = parent?.SecureLevel ?? -1;
        DevfsRuleset = parent?.DevfsRuleset ?? 0;
        EnforceStatfs = parent is null ? 0 : DefaultEnforceStatfs;
        ChildrenMax = parent is null ? JailTable.LargestId : 0;
        State = parent is null ? JailState.Alive : JailState.New;
        Host.Hostname = parent is null ? "simulated" : "";
        parent?.Children.Insert(0, this);
    }

    public int Id { get; set; }

    public Jail? Parent { get; }

    public List<Jail> Children { get; } = [];

    public bool IsRoot => Parent is null;

    public JailState State { get; set; }

    public bool IsAlive => State == JailState.Alive;

    /// <summary>The last part of its name.</summary>
    public string Component { get; set; }

    public string Path { get; set; } = "/";

    public Node? Root { get; set; }

    public JailHost Host { get; } = new();

    /// <summary>Whether its names are its own.</summary>
    public bool HasHost { get; set; } = true;

    public JailAddresses Addresses4 { get; } = new(4);

    public JailAddresses Addresses6 { get; } = new(16);

    /// <summary>Whether it has a network of its own.</summary>
    public bool HasVnet { get; set; }

    public bool IsPersistent { get; set; }

    public int ChildrenMax { get; set; }

    public int SecureLevel { get; set; }

    public int EnforceStatfs { get; set; }

    public int DevfsRuleset { get; set; }

    public string OsRelease { get; set; }

    public int OsReldate { get; set; }

    public int CpusetId { get; set; }

    /// <summary>What it is allowed, without <c>allow.</c>.</summary>
    public HashSet<string> Allowed { get; } = [];

    /// <summary>Parameters of parts of the kernel that may be there or not: <c>sysvmsg</c>, <c>linux</c>, <c>meta</c> …</summary>
    public JailExtras Extras { get; } = new();

    /// <summary>All its processes, zombies included.</summary>
    public HashSet<Process> Processes { get; } = [];

    /// <summary>Open files that were opened inside.</summary>
    public HashSet<OpenFile> OpenFiles { get; } = [];

    /// <summary>What was mounted from inside.</summary>
    public HashSet<Mount> Mounts { get; } = [];

    /// <summary>Descriptors of it.</summary>
    public HashSet<JailDescriptor> JailDescriptors { get; } = [];

    /// <summary>All below it.</summary>
    public IEnumerable<Jail> Descendants => Children.SelectMany(static child => child.Descendants.Prepend(child));

    /// <summary>The jail whose network it uses.</summary>
    public Jail Vnet => HasVnet || Parent is null ? this : Parent.Vnet;

    /// <summary>Told what happens to it.</summary>
    public event Action<JailEvent>? Happened;

    /// <summary>Whether something is allowed; everything is outside of jails.</summary>
    public bool Allows(string what) => IsRoot || Allowed.Contains(what);

    /// <summary>Whether it is another jail, or one of those below it.</summary>
    public bool IsVisibleTo(Jail other) => this == other || (Parent?.IsVisibleTo(other) ?? false);

    /// <summary>The name as another jail sees it.</summary>
    public string NameFor(Jail other) => this == other ? IsRoot ? "0" : Component
        : Parent is null || Parent == other || Parent.IsRoot ? Component
        : Parent.NameFor(other) + "." + Component;

    /// <summary>The path as another jail sees it.</summary>
    public string PathFor(Jail other)
    {
        if (this == other)
        {
            return "/";
        }

        bool isBelow = !other.IsRoot && other.Path != "/" && Path.StartsWith(other.Path, StringComparison.Ordinal)
            && (Path.Length == other.Path.Length || Path[other.Path.Length] == '/');
        return !isBelow ? Path : Path.Length == other.Path.Length ? "/" : Path[other.Path.Length..];
    }

    /// <summary>Gives its names to those below that have none of their own.</summary>
    public void PassHostOn()
    {
        foreach (Jail child in Children.Where(static child => !child.HasHost))
        {
            (child.Host.Hostname, child.Host.Domainname, child.Host.Uuid, child.Host.Id) = (Host.Hostname, Host.Domainname, Host.Uuid, Host.Id);
            child.PassHostOn();
        }
    }

    public void Note(uint note, int data = 0) => Happened?.Invoke(new JailEvent(note, data));

    /// <summary>Looks whether it is to end: nothing wants it any more, or nothing refers to it any more.</summary>
    public void Settle()
    {
        bool isWanted = IsPersistent || Processes.Any(static process => !process.HasEnded) || Children.Exists(static child => child.IsAlive);
        if (State == JailState.Alive && !IsRoot && !isWanted)
        {
            BeginToDie();
        }

        bool isReferred = Processes.Count > 0 || OpenFiles.Count > 0 || Mounts.Count > 0 || Children.Count > 0 || JailDescriptors.Count > 0;
        if (State == JailState.Dying && !isReferred)
        {
            State = JailState.Gone;
            Parent!.Children.Remove(this);
            _machine.Jails.Remove(this);
            Parent.Settle();
            _machine.Changed();
        }
    }

    /// <summary>Ends it and all below it: processes are killed (jail_remove(2)).</summary>
    public void Remove()
    {
        foreach (Jail child in Children.ToArray())
        {
            child.Remove();
        }

        IsPersistent = false;
        if (State is JailState.Alive or JailState.New)
        {
            BeginToDie();
        }

        foreach (Process process in Processes.ToArray())
        {
            process.Signals.Post(Signal.Kill);
        }

        Settle();
    }

    private void BeginToDie()
    {
        State = JailState.Dying;
        Note(JailEvent.Remove);
        _machine.Changed();
        Parent?.Settle();
    }
}
