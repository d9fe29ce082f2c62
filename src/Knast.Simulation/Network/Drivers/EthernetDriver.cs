using Knast.Native.Kernel;

namespace Knast.Simulation.Network.Drivers;

/// <summary>What Ethernet-like interfaces have in common (ether_ioctl).</summary>
internal abstract class EthernetDriver : InterfaceDriver
{
    protected const int HeaderLength = 14;
    protected const int HeaderLengthWithTag = 18;

    private const int LargestMtu = 1500;

    public override void SetMtu(int mtu)
    {
        KernelError.Unless(mtu <= LargestMtu, ErrorCode.EINVAL);
        Interface.Mtu = mtu;
    }
}
