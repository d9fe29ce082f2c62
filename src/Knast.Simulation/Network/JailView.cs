using Knast.Simulation.Jails;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network;

/// <summary>What a jail that shares the network of another sees of its addresses (prison_if).</summary>
internal static class JailView
{
    /// <summary>Whether an address is one of the jail's.</summary>
    public static bool Shows(Jail jail, ProtocolAddress address) => jail.IsRoot || address.Interface.Vnet != address.Interface.Vnet.Machine.Host;
}
