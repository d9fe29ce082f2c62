using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.PacketFilter.Matching;

/// <summary>A packet on its way into or out of the machine (struct pf_pdesc).</summary>
/// <param name="Direction">Its way.</param>
/// <param name="Interface">The interface that it goes through.</param>
/// <param name="Protocol">Its protocol.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Length">Its bytes, headers included.</param>
internal sealed record FilterPacket(
    PacketFilterDirection Direction, NetworkInterface Interface, InternetProtocol Protocol, IPEndPoint Source, IPEndPoint Destination, int Length)
{
    /// <summary>TCP's flags.</summary>
    public TcpFlags TcpFlags { get; init; }

    public InternetFamily Family => Sockaddr.FamilyOf(Source.Address);

    public bool IsOut => Direction == PacketFilterDirection.Out;

    /// <summary>The ends as states have them: first the other machine for a packet that goes out, first the sender for one that comes in.</summary>
    public PacketFilterStateKey Key => IsOut ? new PacketFilterStateKey(Destination, Source) : new PacketFilterStateKey(Source, Destination);
}
