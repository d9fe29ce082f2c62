using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>sysctl(3) NET_RT_DUMP: the routes of the network stack of the process that asks.</summary>
public static class RouteDump
{
    /// <summary>Makes the call. The kernel writes routing messages into block <see cref="Sysctl.ValueBlock"/>.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="family">Only routes of this family; <see cref="InternetFamily.Unspecified"/> for all.</param>
    /// <param name="table">The number of the table, below sysctl net.fibs.</param>
    /// <param name="capacity">Bytes for the messages; 0 asks how many they take.</param>
    public static SystemCall Compose(KernelTarget target, InternetFamily family, int table, int capacity) =>
        Sysctl.Compose(target, RouteSysctl.Routes(family, table), capacity);

    /// <summary>Reads the routes.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="family">Only routes of this family; <see cref="InternetFamily.Unspecified"/> for all.</param>
    /// <param name="table">The number of the table, below sysctl net.fibs.</param>
    /// <exception cref="NativeException">EINVAL: there is no such table. EAFNOSUPPORT: the kernel lacks the family.</exception>
    public static IReadOnlyList<Route> Invoke(IKernel kernel, InternetFamily family = InternetFamily.Unspecified, int table = 0) =>
        RouteMessageEncoding.DecodeTable(RouteSysctl.Read(kernel, RouteSysctl.Routes(family, table)));
}
