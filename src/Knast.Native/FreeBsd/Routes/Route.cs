using System.Net;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>A route: where packets to a network go. It has a gateway, or an interface on which the network is at hand.</summary>
public sealed record Route
{
    /// <summary>The first address of the network.</summary>
    public required IPAddress Destination { get; init; }

    /// <summary>Bits of the network; 0 is the default route, all bits a route to one host.</summary>
    public required int PrefixLength { get; init; }

    /// <summary>The router; null where the network is at hand.</summary>
    public IPAddress? Gateway { get; init; }

    /// <summary>The number of the interface that packets leave by; 0 leaves it to the kernel.</summary>
    public int InterfaceIndex { get; init; }

    /// <summary>The interface's name, where the kernel told it.</summary>
    public string Interface { get; init; } = "";

    /// <summary>Flags; when a route is made, those that follow from the rest are added.</summary>
    public RouteFlags Flags { get; init; }

    /// <summary>The largest packet in bytes; 0 is the interface's.</summary>
    public int Mtu { get; init; }

    /// <summary>Whether it is the default route.</summary>
    public bool IsDefault => PrefixLength == 0;

    /// <summary>The default route of the gateway's family.</summary>
    /// <param name="gateway">The router.</param>
    public static Route Default(IPAddress gateway) => new()
    {
        Destination = Sockaddr.FamilyOf(gateway) == InternetFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any,
        PrefixLength = 0,
        Gateway = gateway,
    };

    /// <inheritdoc/>
    public override string ToString()
    {
        string network = IsDefault ? "default" : $"{Destination}/{PrefixLength}";
        string hop = Gateway is not null ? $" via {Gateway}" : "";
        return Interface.Length != 0 ? $"{network}{hop} on {Interface}"
            : InterfaceIndex != 0 ? $"{network}{hop} on interface {InterfaceIndex}"
            : $"{network}{hop}";
    }
}
