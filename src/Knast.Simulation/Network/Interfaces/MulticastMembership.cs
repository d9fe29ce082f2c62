using System.Net;
using Knast.Simulation.Network.Routing;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>The multicast groups that an interface is in because of its addresses.</summary>
internal static class MulticastMembership
{
    public static void Join(NetworkInterface member, IPAddress group)
    {
        IPAddress scoped = IpNetworks.WithScope(group, member.Index);
        if (!member.MulticastGroups.Contains(scoped))
        {
            member.MulticastGroups.Add(scoped);
            RouteEvents.GroupJoined(member, scoped);
        }
    }

    public static void Leave(NetworkInterface member, IPAddress group) =>
        member.MulticastGroups.Remove(IpNetworks.WithScope(group, member.Index));
}
