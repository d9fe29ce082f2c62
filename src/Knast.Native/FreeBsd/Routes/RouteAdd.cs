using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>RTM_ADD over a routing socket (route(4)): adds a route.</summary>
public static class RouteAdd
{
    /// <summary>Makes the call, a write(2).</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A routing socket in the network stack whose routes it is about.</param>
    /// <param name="route">The route.</param>
    /// <exception cref="ArgumentException">Destination and gateway are of different families, or the prefix length cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, Route route) =>
        RouteRequest.Compose(target, socket, RouteMessageType.Add, "RTM_ADD", route, sequence: 1);

    /// <summary>Adds a route.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A routing socket in the network stack whose routes it is about.</param>
    /// <param name="route">The route.</param>
    /// <exception cref="NativeException">
    /// EEXIST: there is one to that network (with the same gateway, where sysctl net.route.multipath is on). ENETUNREACH: the gateway is on no networkn    /// at hand. EINVAL: neither gateway nor interface. EAFNOSUPPORT. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand socket, Route route)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, route);
        kernel.Require(call);
    }
}
