using Knast.Native.FreeBsd.Interfaces;
using Knast.Simulation.Network.Cloners;
using Knast.Simulation.Network.Drivers;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>An interface (struct ifnet).</summary>
internal sealed class NetworkInterface
{
    /// <summary>IFF_KNOWSEPOCH, which FreeBSD 13 shows on Ethernet interfaces.</summary>
    public const InterfaceFlags KnowsEpoch = (InterfaceFlags)0x20;

    private string? _linkName;

    public NetworkInterface(string name, InterfaceDriver driver, InterfaceType type, ReadOnlySpan<byte> linkAddress)
    {
        _linkName = name;
        Driver = driver;
        Type = type;
        Link = new LinkSockaddr(name, type, linkAddress);
    }

    /// <summary>The name; at most 15 bytes.</summary>
    public string Name => _linkName!;

    public InterfaceDriver Driver { get; }

    public InterfaceType Type { get; set; }

    /// <summary>Its link-level address, which is the first of its addresses.</summary>
    public LinkSockaddr Link { get; }

    /// <summary>The vnet that it is in.</summary>
    public Vnet Vnet { get; private set; } = null!;

    /// <summary>The vnet that it came from and goes back to.</summary>
    public Vnet Home { get; private set; } = null!;

    public int Index { get; private set; }

    /// <summary>The cloner that made it; null for hardware.</summary>
    public InterfaceCloner? Cloner { get; set; }

    /// <summary>The number in the name that it was made with.</summary>
    public int Unit { get; set; }

    public InterfaceFlags Flags { get; set; }

    public int Mtu { get; set; } = 1500;

    public int Metric { get; set; }

    public int RoutingTable { get; set; }

    public int HeaderLength { get; set; }

    public ulong BitsPerSecond { get; set; }

    public LinkState LinkState { get; set; }

    public InterfaceCapabilities Available { get; set; }

    public InterfaceCapabilities Enabled { get; set; }

    public ulong HardwareAssistance { get; set; }

    public string? Description { get; set; }

    /// <summary>The groups, in the order in which it joined.</summary>
    public List<string> Groups { get; } = [];

    /// <summary>The addresses behind the link-level one, in the order in which they came.</summary>
    public List<ProtocolAddress> Addresses { get; } = [];

    /// <summary>The multicast groups it listens to.</summary>
    public List<System.Net.IPAddress> MulticastGroups { get; } = [];

    /// <summary>Its place in a bridge.</summary>
    public BridgeMembership? Bridge { get; set; }

    /// <summary>How many ask it to receive everything.</summary>
    public int PromiscuousUsers { get; private set; }

    /// <summary>Whether IPv6 is off on it, as it is until it gets its first IPv6 address (ND6_IFF_IFDISABLED).</summary>
    public bool IsIpv6Disabled { get; set; }

    /// <summary>Seconds since boot when it was attached.</summary>
    public long AttachedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public bool IsUp => Flags.HasFlag(InterfaceFlags.Up);

    public IEnumerable<ProtocolAddress> AddressesOf(InternetFamily family) => Addresses.Where(address => address.Family == family);

    /// <summary>Puts it in a vnet.</summary>
    public void Attach(Vnet vnet, int index)
    {
        Vnet = vnet;
        Home ??= vnet;
        Index = Link.Index = index;
        IsIpv6Disabled = !Flags.HasFlag(InterfaceFlags.Loopback);
        AttachedAt = vnet.Uptime;
        Touch();
    }

    public void Rename(string name)
    {
        _linkName = name;
        Link.Rename(name);
    }

    /// <summary>Something about it was changed.</summary>
    public void Touch() => ChangedAt = DateTimeOffset.UtcNow;

    /// <summary>One more, or one less, asks it to receive everything.</summary>
    public void SetPromiscuous(bool isWanted)
    {
        PromiscuousUsers += isWanted ? 1 : -1;
        if (!Flags.HasFlag(InterfaceFlags.PermanentPromiscuous))
        {
            Flags = PromiscuousUsers > 0 ? Flags | InterfaceFlags.Promiscuous : Flags & ~InterfaceFlags.Promiscuous;
        }
    }

    public override string ToString() => Name;
}
