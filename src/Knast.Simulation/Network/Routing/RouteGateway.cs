using System.Net;

namespace Knast.Simulation.Network.Routing;

/// <summary>The gateway of a request.</summary>
/// <param name="Address">Its address, or null where it is an interface.</param>
/// <param name="Index">The interface's number.</param>
internal readonly record struct RouteGateway(IPAddress? Address, int Index);
