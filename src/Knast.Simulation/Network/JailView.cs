using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Simulation.Jails;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network;

/// <summary>What a jail that shares the network of another sees of its addresses (prison_if).</summary>
internal static class JailView
{
    /// <summary>Whether an address is one of the jail's.</summary>
    public static bool Shows(Jail jail, ProtocolAddress address)
    {
        for (Jail? here = jail; here is { IsRoot: false, HasVnet: false }; here = here.Parent)
        {
            JailAddresses own = address.Family == InternetFamily.IPv4 ? here.Addresses4 : here.Addresses6;
            if (own.IsRestricted && !own.All.Any(one => new IPAddress(one).Equals(new IPAddress(address.Address.GetAddressBytes()))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether it sees link-level addresses in the list of all addresses.</summary>
    public static bool ShowsLinks(Jail jail) => jail.IsRoot || jail.HasVnet || jail.Allows("socket_af");
}
