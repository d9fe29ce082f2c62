using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Drivers;

/// <summary>vtnet(4), the machine's own Ethernet interface.</summary>
internal sealed class VirtioDriver : EthernetDriver
{
    private const int SmallestMtu = 46;
    private const int LargestVirtioMtu = 65536;

    public VirtioDriver(string name, ReadOnlySpan<byte> address, bool is15)
    {
        Interface = new NetworkInterface(name, this, InterfaceType.Ethernet, address)
        {
            Flags = InterfaceFlags.Broadcast | InterfaceFlags.Simplex | InterfaceFlags.Multicast | (is15 ? InterfaceFlags.None : NetworkInterface.KnowsEpoch),
            HeaderLength = HeaderLengthWithTag,
            BitsPerSecond = 10_000_000_000,
            LinkState = LinkState.Up,
            Available = InterfaceCapabilities.LinkState | InterfaceCapabilities.JumboMtu | InterfaceCapabilities.VlanMtu,
            Enabled = InterfaceCapabilities.LinkState | InterfaceCapabilities.JumboMtu | InterfaceCapabilities.VlanMtu,
        };
    }

    public override string Kind => "vtnet";

    public override void FlagsChanged() =>
        Interface.Flags = Interface.IsUp ? Interface.Flags | InterfaceFlags.Running : Interface.Flags & ~InterfaceFlags.Running;

    public override void SetMtu(int mtu)
    {
        KernelError.Unless(mtu is >= SmallestMtu and <= LargestVirtioMtu, ErrorCode.EINVAL);
        Interface.Mtu = mtu;
    }

    public override void SetCapabilities(InterfaceCapabilities wanted) => Interface.Enabled = wanted;
}
