using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Drivers;

/// <summary>What the kinds of interfaces do differently (if_ioctl of struct ifnet).</summary>
internal abstract class InterfaceDriver
{
    /// <summary>The interface.</summary>
    public NetworkInterface Interface { get; protected set; } = null!;

    /// <summary>The name of the kind, which is the beginning of the interface's name.</summary>
    public abstract string Kind { get; }

    /// <summary>It got a protocol address (SIOCSIFADDR).</summary>
    public virtual void AddressAdded() => Interface.Flags |= InterfaceFlags.Up | InterfaceFlags.Running;

    /// <summary>Its flags were changed (SIOCSIFFLAGS).</summary>
    public virtual void FlagsChanged()
    {
    }

    /// <summary>Sets the MTU, which is within what any interface takes.</summary>
    /// <exception cref="KernelError">EINVAL: this kind does not take it.</exception>
    public abstract void SetMtu(int mtu);

    /// <summary>Switches capabilities on and off, all of them ones it has.</summary>
    /// <exception cref="KernelError">EINVAL, EOPNOTSUPP.</exception>
    public virtual void SetCapabilities(InterfaceCapabilities wanted) => throw new KernelError(ErrorCode.EINVAL);

    /// <summary>Requests that only some kinds know.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="request">The request.</param>
    /// <param name="data">What was copied in, and is copied out.</param>
    /// <exception cref="KernelError">EINVAL: this kind does not know it.</exception>
    public virtual void Control(CallContext call, uint request, byte[] data) => throw new KernelError(ErrorCode.EINVAL);

    /// <summary>It leaves its vnet, for another or for good (ifnet_departure_event).</summary>
    public virtual void Departing() => Interface.Bridge?.Bridge.MemberGone(Interface);

    /// <summary>What it was linked with goes, before it is taken from its vnet for good.</summary>
    public virtual void Destroying()
    {
    }
}
