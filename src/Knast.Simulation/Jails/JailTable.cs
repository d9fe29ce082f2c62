namespace Knast.Simulation.Jails;

/// <summary>The jails of a machine.</summary>
internal sealed class JailTable
{
    /// <summary>The largest identifier that the kernel gives (JAIL_MAX).</summary>
    public const int LargestId = 999999;

    private readonly SimulatedMachine _machine;
    private readonly SortedDictionary<int, Jail> _jails = [];
    private int _last;

    public JailTable(SimulatedMachine machine)
    {
        _machine = machine;
        Root = new Jail(machine, 0, null);
    }

    /// <summary>The host.</summary>
    public Jail Root { get; }

    /// <summary>All but the host, dying ones included, by identifier.</summary>
    public IReadOnlyCollection<Jail> All => _jails.Values;

    public Jail? Find(int id) => _jails.GetValueOrDefault(id);

    /// <summary>Finds one by its name as another sees it; one that is alive before one that is dying.</summary>
    public static Jail? Find(Jail from, string name)
    {
        Jail[] here = [from];
        foreach (string component in name.Split('.'))
        {
            here = [.. here.SelectMany(static jail => jail.Children).Where(child => child.Component == component)];
        }

        return here.FirstOrDefault(static jail => jail.IsAlive) ?? here.FirstOrDefault();
    }

    /// <summary>Makes one.</summary>
    /// <param name="parent">The jail around it.</param>
    /// <param name="id">Its identifier, 0 for the next that is free.</param>
    public Jail Add(Jail parent, int id)
    {
        int chosen = id != 0 ? id : NextId();
        var jail = new Jail(_machine, chosen, parent);
        _jails.Add(chosen, jail);
        return jail;
    }

    /// <summary>Gives a dying jail another identifier, so that its own can be used.</summary>
    public void Renumber(Jail jail)
    {
        _jails.Remove(jail.Id);
        jail.Id = Enumerable.Range(LargestId + 1, int.MaxValue - LargestId - 1).First(id => !_jails.ContainsKey(id));
        _jails.Add(jail.Id, jail);
    }

    /// <summary>A jail is gone.</summary>
    public void Remove(Jail jail)
    {
        _jails.Remove(jail.Id);
        if (jail.HasVnet)
        {
            _machine.Network.JailGone(jail);
        }
    }

    private int NextId()
    {
        do
        {
            _last = _last >= LargestId ? 1 : _last + 1;
        }
        while (_jails.ContainsKey(_last));
        return _last;
    }
}
