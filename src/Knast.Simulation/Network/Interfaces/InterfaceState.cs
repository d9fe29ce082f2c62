using Knast.Simulation.Network.Routing;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>What follows when an interface goes up or down.</summary>
internal static class InterfaceState
{
    /// <summary>Does it after something that may have changed the state.</summary>
    /// <param name="changed">The interface.</param>
    /// <param name="wasUp">How it was before.</param>
    /// <param name="isAsked">Whether the flag was set by request; 13 does not tell when an address set it.</param>
    public static void ReportChange(NetworkInterface changed, bool wasUp, bool isAsked)
    {
        if (wasUp == changed.IsUp)
        {
            return;
        }

        if (changed.IsUp)
        {
            AddressConfiguration.Restore(changed);
        }
        else
        {
            AddressConfiguration.Withdraw(changed);
        }

        if (isAsked || changed.Vnet.Machine.Is15)
        {
            RouteEvents.InterfaceChanged(changed);
        }

        if (changed.IsUp)
        {
            AddressConfiguration6.Attach(changed);
        }
    }
}
