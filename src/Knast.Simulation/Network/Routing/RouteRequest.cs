using System.Net;
using Knast.Native.FreeBsd.Routes;

namespace Knast.Simulation.Network.Routing;

/// <summary>What a routing message asks for, cleaned as the kernel does before it looks at it.</summary>
internal sealed record RouteRequest
{
    public required RouteMessageType Type { get; init; }

    public required RouteFlags Flags { get; init; }

    /// <summary>The destination, without the bits that the mask leaves out.</summary>
    public required IPAddress Destination { get; init; }

    public required int PrefixLength { get; init; }

    /// <summary>Whether the message had a mask: without, RTM_GET looks for the best match.</summary>
    public bool HasMask { get; init; }

    public RouteGateway? Gateway { get; init; }

    /// <summary>The interface's number (RTA_IFP); 0 for none.</summary>
    public int InterfaceIndex { get; init; }

    /// <summary>The interface's name (RTA_IFP); empty for none.</summary>
    public string InterfaceName { get; init; } = "";

    /// <summary>Whether the message had an interface, even an empty one, or a source: then the answer has both.</summary>
    public bool AsksForInterface { get; init; }

    /// <summary>The source (RTA_IFA).</summary>
    public IPAddress? Source { get; init; }

    /// <summary>The MTU, where the message sets it.</summary>
    public int? Mtu { get; init; }

    /// <summary>The weight; 0 for the usual one.</summary>
    public uint Weight { get; init; }

    /// <summary>A default route for IPv4.</summary>
    public static RouteRequest Default(IPAddress gateway) => new()
    {
        Type = RouteMessageType.Add,
        Flags = RouteFlags.Up | RouteFlags.Gateway | RouteFlags.Static,
        Destination = IPAddress.Any,
        PrefixLength = 0,
        HasMask = true,
        Gateway = new RouteGateway(gateway, 0),
    };
}
