using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Drivers;

/// <summary>lo(4).</summary>
internal sealed class LoopbackDriver : InterfaceDriver
{
    private const int InitialMtu = 16384;
    private const ulong Assistance = 0xE0F;
    private const InterfaceCapabilities Fixed = InterfaceCapabilities.ReceiveChecksumIPv6 | InterfaceCapabilities.SendChecksumIPv6;

    public LoopbackDriver(string name)
    {
        Interface = new NetworkInterface(name, this, InterfaceType.Loopback, [])
        {
            Mtu = InitialMtu,
            Flags = InterfaceFlags.Loopback | InterfaceFlags.Multicast,
            HardwareAssistance = Assistance,
            Available = InterfaceCapabilities.ReceiveChecksum | InterfaceCapabilities.SendChecksum | InterfaceCapabilities.LinkState | Fixed,
            Enabled = InterfaceCapabilities.ReceiveChecksum | InterfaceCapabilities.SendChecksum | InterfaceCapabilities.LinkState | Fixed,
        };
    }

    public override string Kind => "lo";

    public override void AddressAdded()
    {
        base.AddressAdded();
        Interface.LinkState = LinkState.Up;
    }

    public override void FlagsChanged() => Interface.LinkState = Interface.IsUp ? LinkState.Up : LinkState.Down;

    public override void SetMtu(int mtu) => Interface.Mtu = mtu;

    public override void SetCapabilities(InterfaceCapabilities wanted)
    {
        const InterfaceCapabilities Changeable = InterfaceCapabilities.ReceiveChecksum | InterfaceCapabilities.SendChecksum;
        Interface.Enabled = (Interface.Enabled & ~Changeable) | (wanted & Changeable);
        KernelError.Unless(((Interface.Enabled ^ wanted) & Fixed) == 0, ErrorCode.EOPNOTSUPP);
    }
}
