using System.Net;
using Knast.Native.FreeBsd.Routes;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>Where packets go next (struct nhop_object). Routes that say the same share one.</summary>
internal sealed record NextHop
{
    /// <summary>RTF_GWFLAG_COMPAT: the gateway is an address of this machine, which leads to the interface that has it.</summary>
    public const RouteFlags GatewayIsLocal = (RouteFlags)0x80000000;

    /// <summary>What it was asked to be, without RTF_UP.</summary>
    public required RouteFlags Flags { get; init; }

    /// <summary>The gateway's address; null where the interface itself is the gateway.</summary>
    public IPAddress? Gateway { get; init; }

    /// <summary>The interface that is named as the gateway: for an address of this machine it is the one that has it, while packets go to the loopback.</summary>
    public required NetworkInterface LinkGateway { get; init; }

    /// <summary>The interface on which packets leave.</summary>
    public required NetworkInterface Interface { get; init; }

    /// <summary>The source of packets; null where the interface has only its link-level address.</summary>
    public ProtocolAddress? Source { get; init; }

    /// <summary>The MTU that was asked for; 0 for the interface's.</summary>
    public int FixedMtu { get; init; }

    public int Mtu => FixedMtu != 0 ? FixedMtu : Interface.Mtu;

    public bool IsPinned => Flags.HasFlag(RouteFlags.Pinned);

    /// <summary>What a message shows.</summary>
    public RouteFlags ShownFlags =>
        (Flags & GatewayIsLocal) != 0 ? (Flags & ~GatewayIsLocal) | RouteFlags.Gateway : Flags;

    /// <summary>Whether it can be one of several.</summary>
    public bool CanBeOneOfMany => Flags.HasFlag(RouteFlags.Gateway);

    /// <summary>Whether its gateway is the one that is meant.</summary>
    public bool Matches(RouteGateway gateway) => gateway.Address is { } address
        ? address.Equals(Gateway)
        : Gateway is null && LinkGateway.Index == gateway.Index;
}
