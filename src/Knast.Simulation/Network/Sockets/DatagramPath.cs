using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Network.Routing;
using Knast.Simulation.PacketFilter.Matching;

namespace Knast.Simulation.Network.Sockets;

/// <summary>The way of a datagram out of the machine, or around the loopback.</summary>
internal sealed class DatagramPath(Vnet vnet, NextHop hop, IPEndPoint source, IPEndPoint destination, int length)
{
    private const int Headers4 = 28;
    private const int Headers6 = 48;

    /// <summary>Whether the packet filter lets it leave; what comes back around the loopback it may still stop unnoticed.</summary>
    public bool IsOpen
    {
        get
        {
            NetworkInterface through = hop.Interface;
            bool leaves = PacketTest.Passes(vnet.Filter, Packet(PacketFilterDirection.Out, through));
            if (leaves && through == vnet.Loopback)
            {
                PacketTest.Passes(vnet.Filter, Packet(PacketFilterDirection.In, through));
            }

            return leaves;
        }
    }

    private FilterPacket Packet(PacketFilterDirection direction, NetworkInterface through)
    {
        int headers = Sockaddr.FamilyOf(destination.Address) == InternetFamily.IPv4 ? Headers4 : Headers6;
        return new FilterPacket(direction, through, InternetProtocol.Udp, source, destination, headers + length);
    }
}
