using Knast.Native.Kernel;
using Knast.Simulation.Network.Drivers;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Cloners;

/// <summary>Makes pairs of interfaces: of <c>epair3</c> come <c>epair3a</c> and <c>epair3b</c>.</summary>
internal sealed class EpairCloner(Vnet vnet) : InterfaceCloner(vnet, "epair")
{
    private const byte FirstEnd = 0x0A;
    private const byte SecondEnd = 0x0B;

    public override NetworkInterface Create(Vnet where, string name, CloneParameters? parameters)
    {
        KernelError.Unless(where.Find(name) is null, ErrorCode.EEXIST);
        (int unit, string whole) = Take(where, name);
        try
        {
            KernelError.Unless(whole.Length < 15, ErrorCode.ENOSPC);
            KernelError.Unless(where.Find(whole + "b") is null && where.Find(whole + "a") is null, ErrorCode.EEXIST);
        }
        catch (KernelError)
        {
            GiveBack(unit);
            throw;
        }

        bool is15 = where.Machine.Is15;
        (byte[] first, byte[] second) = Addresses(where, is15);
        var a = new EpairDriver(whole + "a", first, is15);
        var b = new EpairDriver(whole + "b", second, is15);
        where.Add(a.Interface);
        where.Add(b.Interface);
        Keep(b.Interface, unit);
        Keep(a.Interface, unit);
        EpairDriver.Join(a, b);
        return a.Interface;
    }

    /// <summary>Destroys both ends, wherever they are.</summary>
    public override void Destroy(NetworkInterface made, bool isForced)
    {
        NetworkInterface other = ((EpairDriver)made.Driver).Peer.Interface;
        made.Driver.Destroying();
        foreach (NetworkInterface end in (NetworkInterface[])[made, other])
        {
            Forget(end);
            end.Vnet.Remove(end);
        }
    }

    // Before 14 the ends' addresses differ in their last byte only; later each is made of the host's and the interface's names.
    private static (byte[] First, byte[] Second) Addresses(Vnet where, bool is15)
    {
        byte[] first = where.Machine.NewLinkAddress();
        if (is15)
        {
            return (first, where.Machine.NewLinkAddress());
        }

        first[0] = 2;
        first[^1] = FirstEnd;
        byte[] second = [.. first[..^1], SecondEnd];
        return (first, second);
    }
}
