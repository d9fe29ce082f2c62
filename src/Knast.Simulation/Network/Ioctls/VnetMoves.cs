using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>Moves interfaces between vnets.</summary>
internal static class VnetMoves
{
    /// <summary>SIOCSIFVNET: into the vnet of a jail.</summary>
    /// <exception cref="KernelError">EPERM; ENXIO: no such interface here, or no such jail below the caller's; EEXIST: it is there, or the name is taken there.</exception>
    public static void Lend(CallContext call, Vnet vnet, byte[] data)
    {
        // 13 looks for the interface before it looks at the caller, and 15 at what the caller's own vnet has.
        NetworkInterface? target = vnet.Find(IfreqData.Name(data));
        KernelError.Unless(call.Is15 || target is not null, ErrorCode.ENXIO);
        NetworkPrivilege.Require(call);
        KernelError.Unless(target is not null, ErrorCode.ENXIO);
        Vnet to = MachineNetwork.From(call).OfJail(call, IfreqData.Number(data));
        KernelError.Unless(to != vnet && to.Find(target!.Name) is null, ErrorCode.EEXIST);
        vnet.Move(target!, to);
    }

    /// <summary>SIOCSIFRVNET: out of the vnet of a jail, which may be dying, into the caller's.</summary>
    /// <exception cref="KernelError">EPERM; ENXIO: no such jail, or no such interface there; EEXIST: it is in the caller's.</exception>
    public static void Reclaim(CallContext call, byte[] data)
    {
        NetworkPrivilege.Require(call);
        MachineNetwork machine = MachineNetwork.From(call);
        Vnet from = machine.OfJail(call, IfreqData.Number(data));
        NetworkInterface target = from.Require(IfreqData.Name(data));
        Vnet own = machine.Of(call.Process.Jail);
        KernelError.Unless(own != from, ErrorCode.EEXIST);
        from.Move(target, own);
    }
}
