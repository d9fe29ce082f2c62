using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Cloners;
using Knast.Simulation.Network.Drivers;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Network.Routing;
using Knast.Simulation.Network.Settings;
using Knast.Simulation.Network.Sockets;
using Knast.Simulation.PacketFilter;

namespace Knast.Simulation.Network;

/// <summary>A network stack: that of the host, or that of a jail which has one of its own (struct vnet).</summary>
internal sealed class Vnet
{
    /// <summary>The group that all interfaces are in.</summary>
    private const string EveryInterface = "all";

    private readonly List<NetworkInterface> _interfaces = [];

    public Vnet(MachineNetwork machine)
    {
        Machine = machine;
        Routes = new RoutingTables(this);
        Cloners = InterfaceCloners.For(this);
        Filter = new VnetFilter(this);
    }

    public MachineNetwork Machine { get; }

    /// <summary>The interfaces in the order in which they came.</summary>
    public IReadOnlyList<NetworkInterface> Interfaces => _interfaces;

    /// <summary>What makes interfaces here, in the order in which the kernel lists them.</summary>
    public IReadOnlyList<InterfaceCloner> Cloners { get; }

    public RoutingTables Routes { get; }

    public VnetSettings Settings { get; } = new();

    public VnetFilter Filter { get; }

    /// <summary>The ports in use.</summary>
    public PortTable Ports { get; } = new();

    /// <summary>The routing sockets that hear what changes here.</summary>
    public List<RoutingSocket> Listeners { get; } = [];

    /// <summary>Seconds since boot.</summary>
    public long Uptime => Machine.Uptime;

    /// <summary>lo0.</summary>
    public NetworkInterface Loopback => _interfaces.First(static one => one.Driver is LoopbackDriver);

    public NetworkInterface? Find(string name) => _interfaces.Find(one => one.Name == name);

    public NetworkInterface? Find(int index) => _interfaces.Find(one => one.Index == index);

    /// <summary>Finds an interface that must be there.</summary>
    /// <exception cref="KernelError">ENXIO.</exception>
    public NetworkInterface Require(string name) => Find(name) ?? throw new KernelError(ErrorCode.ENXIO);

    /// <summary>Takes in a new interface.</summary>
    public void Add(NetworkInterface added) => Add(added, LowestIndex());

    /// <summary>Lets an interface go for good.</summary>
    public void Remove(NetworkInterface removed)
    {
        Detach(removed);
        _interfaces.Remove(removed);
    }

    /// <summary>Moves an interface to another vnet: without addresses, routes and groups, and down.</summary>
    public void Move(NetworkInterface moved, Vnet to)
    {
        bool isMadeHere = moved.Cloner is { } cloner && (Machine.Is15 || Cloners.Contains(cloner));
        Remove(moved);
        to.Add(moved, Machine.Is15 ? moved.Index : to.LowestIndex());
        if (isMadeHere)
        {
            moved.Groups.Add(moved.Cloner!.Kind);
        }
    }

    /// <summary>Ends it: what came from elsewhere goes home, what was made here goes with it.</summary>
    public void End()
    {
        foreach (NetworkInterface guest in _interfaces.Where(one => one.Home != this).ToArray())
        {
            Move(guest, guest.Home);
        }

        foreach (InterfaceCloner cloner in Cloners)
        {
            cloner.DestroyAll();
        }
    }

    private void Add(NetworkInterface added, int index)
    {
        added.Attach(this, index);
        added.Groups.Clear();
        added.Groups.Add(EveryInterface);
        _interfaces.Add(added);
    }

    private void Detach(NetworkInterface leaving)
    {
        leaving.Flags &= ~InterfaceFlags.Up;
        foreach (ProtocolAddress address in leaving.Addresses.ToArray())
        {
            AddressConfiguration.Remove(address);
        }

        leaving.MulticastGroups.Clear();
        leaving.Groups.Clear();
        Routes.Flush(leaving);
        leaving.Driver.Departing();
        foreach (VlanDriver vlan in Machine.AllInterfaces.Select(static one => one.Driver).OfType<VlanDriver>().Where(vlan => vlan.Parent == leaving))
        {
            vlan.Unconfigure();
        }
    }

    // Since 14 interfaces are numbered across all vnets, and keep their numbers.
    private int LowestIndex()
    {
        IEnumerable<NetworkInterface> numbered = Machine.Is15 ? Machine.AllInterfaces : _interfaces;
        return Enumerable.Range(1, ushort.MaxValue).Except(numbered.Select(static one => one.Index)).First();
    }
}
