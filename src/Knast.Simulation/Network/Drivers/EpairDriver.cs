using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Drivers;

/// <summary>One end of an epair(4).</summary>
internal sealed class EpairDriver : EthernetDriver
{
    private const InterfaceCapabilities Checksums = InterfaceCapabilities.VlanTagging | InterfaceCapabilities.SendChecksum
        | InterfaceCapabilities.ReceiveChecksum | InterfaceCapabilities.SendChecksumIPv6 | InterfaceCapabilities.ReceiveChecksumIPv6;

    private const ulong SendChecksumAssistance = 0x6;
    private const ulong SendChecksumAssistance6 = 0x600;

    private readonly bool _is15;

    public EpairDriver(string name, ReadOnlySpan<byte> address, bool is15)
    {
        _is15 = is15;
        InterfaceCapabilities capabilities = InterfaceCapabilities.VlanMtu | (is15 ? Checksums : InterfaceCapabilities.None);
        Interface = new NetworkInterface(name, this, InterfaceType.Ethernet, address)
        {
            Flags = InterfaceFlags.Broadcast | InterfaceFlags.Simplex | InterfaceFlags.Multicast | (is15 ? InterfaceFlags.None : NetworkInterface.KnowsEpoch),
            HeaderLength = is15 ? HeaderLengthWithTag : HeaderLength,
            BitsPerSecond = 10_000_000_000,
            Available = capabilities,
            Enabled = capabilities,
        };
        Assist();
    }

    public override string Kind => "epair";

    /// <summary>The other end.</summary>
    public EpairDriver Peer { get; private set; } = null!;

    /// <summary>Connects two ends, which are then ready.</summary>
    public static void Join(EpairDriver first, EpairDriver second)
    {
        (first.Peer, second.Peer) = (second, first);
        first.SetReady(isReady: true);
        second.SetReady(isReady: true);
    }

    public override void SetMtu(int mtu) => Interface.Mtu = mtu;

    public override void SetCapabilities(InterfaceCapabilities wanted)
    {
        KernelError.Unless(_is15, ErrorCode.EINVAL);
        Interface.Enabled = Peer.Interface.Enabled = wanted;
        Assist();
        Peer.Assist();
    }

    public override void Destroying()
    {
        SetReady(isReady: false);
        Peer.SetReady(isReady: false);
    }

    private void SetReady(bool isReady)
    {
        Interface.Flags = isReady ? Interface.Flags | InterfaceFlags.Running : Interface.Flags & ~InterfaceFlags.Running;
        Interface.LinkState = isReady ? LinkState.Up : LinkState.Down;
        Interface.Bridge?.Bridge.CheckLink();
    }

    private void Assist() => Interface.HardwareAssistance =
        (Interface.Enabled.HasFlag(InterfaceCapabilities.SendChecksum) ? SendChecksumAssistance : 0)
        | (Interface.Enabled.HasFlag(InterfaceCapabilities.SendChecksumIPv6) ? SendChecksumAssistance6 : 0);
}
