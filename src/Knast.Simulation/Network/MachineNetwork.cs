using System.Net;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Jails;
using Knast.Simulation.Network.Drivers;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Network.Routing;
using Knast.Simulation.Network.Sockets;
using Knast.Simulation.PacketFilter.Ioctls;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network;

/// <summary>All networks of a machine.</summary>
internal sealed class MachineNetwork : INetwork
{
    private static readonly byte[] s_hardwareAddress = [0x52, 0x54, 0x00, 0x12, 0x34, 0x56];

    private readonly Dictionary<Jail, Vnet> _ofJails = [];
    private readonly SimulatedMachine _machine;
    private readonly Random _random = new();

    public MachineNetwork(SimulatedMachine machine)
    {
        _machine = machine;
        Host = new Vnet(this);
        Host.Add(new VirtioDriver("vtnet0", s_hardwareAddress, Is15).Interface);
        AddStandardInterfaces(Host);
        ConfigureHost();
    }

    public bool Is15 => _machine.Release.Is15;

    /// <summary>Seconds since boot.</summary>
    public long Uptime => (long)(DateTimeOffset.UtcNow - _machine.BootTime).TotalSeconds + 1;

    /// <summary>The host's.</summary>
    public Vnet Host { get; }

    public IEnumerable<NetworkInterface> AllInterfaces => _ofJails.Values.Prepend(Host).SelectMany(static vnet => vnet.Interfaces);

    /// <summary>The network that a jail uses: its own, or that of the nearest jail above which has one.</summary>
    public Vnet Of(Jail jail)
    {
        for (Jail? here = jail; here is not null; here = here.Parent)
        {
            if (_ofJails.TryGetValue(here, out Vnet? own))
            {
                return own;
            }
        }

        return Host;
    }

    /// <summary>Whether a jail has a network of its own.</summary>
    public bool IsOwner(Jail jail) => jail.IsRoot || _ofJails.ContainsKey(jail);

    /// <summary>A link-level address that nobody else has: individual and locally administered.</summary>
    public byte[] NewLinkAddress()
    {
        byte[] address = new byte[6];
        _random.NextBytes(address);
        address[0] = (byte)((address[0] & 0xFC) | 2);
        return address;
    }

    /// <summary>The network of the machine that a call is made on.</summary>
    public static MachineNetwork From(CallContext call) => (MachineNetwork)call.Machine.Network;

    /// <summary>The network that a jail below the caller's uses, by the jail's identifier; a dying one will do.</summary>
    /// <exception cref="KernelError">ENXIO: there is none.</exception>
    public Vnet OfJail(CallContext call, int id)
    {
        Jail? jail = _machine.Jails.Find(id);
        bool isBelow = jail is not null && jail != call.Process.Jail && jail.IsVisibleTo(call.Process.Jail);
        return isBelow ? Of(jail!) : throw new KernelError(ErrorCode.ENXIO);
    }

    /// <inheritdoc/>
    public SocketFile MakeSocket(CallContext call, int family, SocketKind type, int protocol, OpenFlags flags) =>
        NetworkSockets.Make(call, Of(call.Process.Jail), family, type, protocol, flags);

    /// <inheritdoc/>
    public byte[]? ReadSysctl(CallContext call, ReadOnlySpan<int> name) => RoutingSysctl.Read(call, Of(call.Process.Jail), name);

    /// <inheritdoc/>
    public long PacketFilterIoctl(CallContext call, uint request) =>
        PacketFilterIoctls.Run(call, Of(call.Process.Jail).Filter, request);

    /// <inheritdoc/>
    public void JailMade(Jail jail)
    {
        var vnet = new Vnet(this);
        _ofJails.Add(jail, vnet);
        AddStandardInterfaces(vnet);
    }

    /// <inheritdoc/>
    public void JailGone(Jail jail)
    {
        if (_ofJails.TryGetValue(jail, out Vnet? vnet))
        {
            vnet.End();
            _ofJails.Remove(jail);
        }
    }

    private static void AddStandardInterfaces(Vnet vnet)
    {
        foreach (string kind in (string[])["lo", "pflog"])
        {
            vnet.Cloners.First(cloner => cloner.Kind == kind).Create(vnet, kind + "0", null);
        }
    }

    // As a machine that asked for an address finds it when it is up.
    private void ConfigureHost()
    {
        AddressConfiguration.Add(Host.Loopback, IPAddress.Loopback, 8, null);
        NetworkInterface outside = Host.Require("vtnet0");
        AddressConfiguration.Add(outside, IPAddress.Parse("10.0.2.15"), 24, null);
        RouteAction.Add(Host.Routes, RouteRequest.Default(IPAddress.Parse("10.0.2.2")));
    }
}
