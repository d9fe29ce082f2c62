using Knast.Native.Kernel;
using Knast.Simulation.Network.Drivers;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Cloners;

/// <summary>Makes interfaces that need nothing but a name.</summary>
/// <param name="vnet">The vnet.</param>
/// <param name="kind">The kind.</param>
/// <param name="make">Makes the driver of an interface of that name.</param>
/// <param name="needed">How many there are from the beginning, which cannot be destroyed.</param>
internal sealed class SimpleCloner(Vnet vnet, string kind, Func<string, InterfaceDriver> make, int needed = 0) : InterfaceCloner(vnet, kind)
{
    public override NetworkInterface Create(Vnet where, string name, CloneParameters? parameters)
    {
        KernelError.Unless(where.Find(name) is null, ErrorCode.EEXIST);
        (int unit, string whole) = Take(where, name);
        NetworkInterface made = make(whole).Interface;
        where.Add(made);
        Keep(made, unit);
        return made;
    }

    public override void Destroy(NetworkInterface made, bool isForced)
    {
        KernelError.Unless(made.Unit >= needed || isForced, ErrorCode.EINVAL);
        base.Destroy(made, isForced);
    }
}
