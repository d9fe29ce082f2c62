using System.Globalization;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Cloners;

/// <summary>Makes interfaces of one kind in one vnet (struct if_clone).</summary>
internal abstract class InterfaceCloner(Vnet vnet, string kind)
{
    private const int LargestUnit = 0x7FFF;
    private const int LongestName = 15;

    /// <summary>The kind, such as <c>bridge</c>.</summary>
    public string Kind { get; } = kind;

    public Vnet Vnet { get; } = vnet;

    /// <summary>What it made, wherever it is now.</summary>
    public List<NetworkInterface> Made { get; } = [];

    private HashSet<int> Units { get; } = [];

    /// <summary>Whether a name asks for this kind.</summary>
    public virtual bool Matches(string name) => UnitName.IsOfKind(name, Kind);

    /// <summary>Makes one.</summary>
    /// <param name="where">The vnet that asks for it.</param>
    /// <param name="name">The kind, or the kind with a number.</param>
    /// <param name="parameters">Reads what the request adds, such as a vlan's parent; null where it adds nothing.</param>
    /// <exception cref="KernelError">EEXIST, EINVAL, and what the kind answers.</exception>
    public abstract NetworkInterface Create(Vnet where, string name, CloneParameters? parameters);

    /// <summary>Destroys one of its own.</summary>
    /// <param name="made">The interface.</param>
    /// <param name="isForced">Whether the vnet ends, with which even its first loopback goes.</param>
    /// <exception cref="KernelError">EINVAL: this one stays.</exception>
    public virtual void Destroy(NetworkInterface made, bool isForced)
    {
        made.Driver.Destroying();
        Forget(made);
        made.Vnet.Remove(made);
    }

    /// <summary>Destroys all that it made; its vnet ends.</summary>
    public void DestroyAll()
    {
        while (Made.Count > 0)
        {
            Destroy(Made[^1], isForced: true);
        }
    }

    protected void Keep(NetworkInterface made, int unit)
    {
        made.Cloner = this;
        made.Unit = unit;
        made.Groups.Add(Kind);
        Made.Add(made);
    }

    protected void Forget(NetworkInterface made)
    {
        Made.Remove(made);
        Units.Remove(made.Unit);
    }

    /// <summary>Takes the number that a name asks for, or the lowest that is free.</summary>
    /// <returns>The number and the whole name.</returns>
    /// <exception cref="KernelError">EEXIST, ENOSPC.</exception>
    protected (int Unit, string Name) Take(Vnet where, string name)
    {
        int unit = UnitName.UnitOf(name);
        if (unit >= 0)
        {
            KernelError.Unless(unit <= LargestUnit, ErrorCode.ENOSPC);
            KernelError.Unless(!IsTaken(where, unit), ErrorCode.EEXIST);
        }
        else
        {
            unit = Enumerable.Range(0, LargestUnit).First(free => !IsTaken(where, free));
            name += unit.ToString(CultureInfo.InvariantCulture);
        }

        KernelError.Unless(name.Length <= LongestName, ErrorCode.ENOSPC);
        Units.Add(unit);
        return (unit, name);
    }

    protected void GiveBack(int unit) => Units.Remove(unit);

    private bool IsTaken(Vnet where, int unit) => Units.Contains(unit) || where.Find($"{Kind}{unit}") is not null;
}
