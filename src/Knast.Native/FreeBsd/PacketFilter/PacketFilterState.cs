using System.Net;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>A connection that the packet filter remembers.</summary>
/// <param name="Id">Its number, as the kernel has it in memory.</param>
/// <param name="Creator">The number of the machine that made it.</param>
/// <param name="Interface">The interface that it is good for; <c>all</c> for every one.</param>
/// <param name="OriginalInterface">The interface that its first packet went through.</param>
/// <param name="Family">Its address family.</param>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Direction">The way of its first packet.</param>
/// <param name="Wire">Its ends as the network sees them.</param>
/// <param name="Stack">Its ends as this machine sees them; they differ from <paramref name="Wire"/> where addresses are translated.</param>
/// <param name="Age">How long it has been there.</param>
/// <param name="Expires">How long it will be kept without a packet.</param>
/// <param name="Traffic">Packets and bytes both ways; sent is the way of the first packet.</param>
public sealed record PacketFilterState(
    ulong Id,
    uint Creator,
    string Interface,
    string OriginalInterface,
    InternetFamily Family,
    InternetProtocol Protocol,
    PacketFilterDirection Direction,
    PacketFilterStateKey Wire,
    PacketFilterStateKey Stack,
    TimeSpan Age,
    TimeSpan Expires,
    InterfaceTraffic Traffic)
{
    /// <summary>Whether an address is an end of it, on either side.</summary>
    /// <param name="address">The address.</param>
    public bool Has(IPAddress address) => Wire.Has(address) || Stack.Has(address);
}
