using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.PacketFilter.Matching;

/// <summary>
/// The connection by which somebody outside works on the machine, as there is one wherever requests come from: each request is a packet in, and one out before
/// it. It is all the traffic from outside that there is.
/// </summary>
internal static class OutsideConnection
{
    private const int Length = 64;

    private static readonly IPEndPoint s_outside = new(IPAddress.Parse("10.0.2.2"), 57670);
    private static readonly IPEndPoint s_inside = new(IPAddress.Parse("10.0.2.15"), 22);

    /// <summary>Lets its packets meet the rules of the vnet that has its address.</summary>
    public static void Flow(VnetFilter filter)
    {
        NetworkInterface? through = filter.Vnet.Interfaces.FirstOrDefault(static one => one.IsUp && one.Addresses.Exists(
            static address => address.Family == InternetFamily.IPv4 && address.Address.Equals(s_inside.Address)));
        if (through is not null)
        {
            PacketTest.Passes(filter, Packet(PacketFilterDirection.Out, through, s_inside, s_outside));
            PacketTest.Passes(filter, Packet(PacketFilterDirection.In, through, s_outside, s_inside));
        }
    }

    private static FilterPacket Packet(PacketFilterDirection direction, NetworkInterface through, IPEndPoint source, IPEndPoint destination) =>
        new(direction, through, InternetProtocol.Tcp, source, destination, Length) { TcpFlags = TcpFlags.Acknowledge };
}
