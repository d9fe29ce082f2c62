using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>RTM_CHANGE over a routing socket (route(4)): gives a route another gateway, interface or MTU.</summary>
public static class RouteChange
{
    /// <summary>Makes the call, a write(2).</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A routing socket in the network stack whose routes it is about.</param>
    /// <param name="route">The route.</param>
    /// <exception cref="ArgumentException">Destination and gateway are of different families, or the prefix length cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, Route route) =>
        RouteRequest.Compose(target, socket, RouteMessageType.Change, "RTM_CHANGE", route, sequence: 1);

    /// <summary>Gives a route another gateway, interface or MTU.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A routing socket in the network stack whose routes it is about.</param>
    /// <param name="route">The route.</param>
    /// <exception cref="NativeException">
    /// ESRCH: there is none. ENETUNREACH: the gateway is on no network at hand. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand socket, Route route)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, route);
        kernel.Require(call);
    }
}
