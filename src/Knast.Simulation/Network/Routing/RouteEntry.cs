using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>A destination and the ways to it.</summary>
internal sealed class RouteEntry(IPAddress destination, int prefixLength)
{
    public IPAddress Destination { get; } = destination;

    public int PrefixLength { get; } = prefixLength;

    /// <summary>The ways; several where several gateways were given.</summary>
    public List<WeightedHop> Hops { get; } = [];

    public bool IsHost => PrefixLength == Sockaddr.BitsOf(Sockaddr.FamilyOf(Destination));

    /// <summary>The flags of the entry itself.</summary>
    public RouteFlags Flags => RouteFlags.Up | (IsHost ? RouteFlags.Host : RouteFlags.None);

    public bool Covers(IPAddress address) => IpNetworks.Mask(address, PrefixLength).Equals(Destination);
}
