namespace Knast.Simulation.Network.Routing;

/// <summary>What the addresses of a routing message are, in their order (RTAX_ of net/route.h).</summary>
internal enum RoutingAddress
{
    Destination = 0,
    Gateway = 1,
    Mask = 2,
    CloningMask = 3,
    Interface = 4,
    Source = 5,
    Author = 6,
    Broadcast = 7,
}
