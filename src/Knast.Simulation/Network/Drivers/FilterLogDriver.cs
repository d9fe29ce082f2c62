using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Drivers;

/// <summary>pflog(4), on which the packet filter shows what it logs; each vnet has one.</summary>
internal sealed class FilterLogDriver : InterfaceDriver
{
    private const int FilterHeaderLength = 72;

    public FilterLogDriver(string name, bool is15)
    {
        Interface = new NetworkInterface(name, this, InterfaceType.PacketFilterLog, [])
        {
            Mtu = is15 ? 33152 : 33160,
            HeaderLength = FilterHeaderLength,
        };
    }

    public override string Kind => "pflog";

    public override void AddressAdded()
    {
    }

    public override void FlagsChanged() =>
        Interface.Flags = Interface.IsUp ? Interface.Flags | InterfaceFlags.Running : Interface.Flags & ~InterfaceFlags.Running;

    public override void SetMtu(int mtu) => throw new KernelError(ErrorCode.ENOTTY);

    public override void SetCapabilities(InterfaceCapabilities wanted) => throw new KernelError(ErrorCode.ENOTTY);

    public override void Control(CallContext call, uint request, byte[] data) => throw new KernelError(ErrorCode.ENOTTY);
}
