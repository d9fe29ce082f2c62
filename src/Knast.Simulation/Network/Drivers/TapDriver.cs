using Knast.Native.FreeBsd.Interfaces;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Drivers;

/// <summary>tap(4) and tun(4): interfaces whose other side is a device. Nobody opens it here.</summary>
internal sealed class TapDriver : EthernetDriver
{
    private readonly bool _isEthernet;

    private TapDriver(string kind, bool isEthernet)
    {
        Kind = kind;
        _isEthernet = isEthernet;
    }

    public override string Kind { get; }

    /// <summary>An Ethernet interface.</summary>
    public static TapDriver NewTap(string name, ReadOnlySpan<byte> address)
    {
        var driver = new TapDriver("tap", isEthernet: true);
        driver.Interface = new NetworkInterface(name, driver, InterfaceType.Ethernet, address)
        {
            Flags = InterfaceFlags.Broadcast | InterfaceFlags.Simplex | InterfaceFlags.Multicast,
            HeaderLength = HeaderLength,
            BitsPerSecond = 10_000_000,
            Available = InterfaceCapabilities.LinkState,
            Enabled = InterfaceCapabilities.LinkState,
        };
        return driver;
    }

    /// <summary>A point-to-point interface.</summary>
    public static TapDriver NewTunnel(string name)
    {
        var driver = new TapDriver("tun", isEthernet: false);
        driver.Interface = new NetworkInterface(name, driver, (InterfaceType)23, [])
        {
            Flags = InterfaceFlags.PointToPoint | InterfaceFlags.Multicast,
            Available = InterfaceCapabilities.LinkState,
            Enabled = InterfaceCapabilities.LinkState,
        };
        return driver;
    }

    public override void AddressAdded() =>
        Interface.Flags |= _isEthernet ? InterfaceFlags.Up : InterfaceFlags.None;

    public override void SetMtu(int mtu) => Interface.Mtu = mtu;
}
