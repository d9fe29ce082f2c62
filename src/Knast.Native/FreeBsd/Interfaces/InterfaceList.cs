using Knast.Native.FreeBsd.Routes;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>sysctl(3) NET_RT_IFLISTL: the interfaces and addresses of the network stack of the process that asks.</summary>
public static class InterfaceList
{
    /// <summary>Makes the call. The kernel writes messages into block <see cref="Sysctl.ValueBlock"/>.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="capacity">Bytes for the messages; 0 asks how many they take.</param>
    public static SystemCall Compose(KernelTarget target, int capacity) => Sysctl.Compose(target, RouteSysctl.Interfaces(), capacity);

    /// <summary>Reads the interfaces.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">What sysctl(3) lists.</exception>
    public static IReadOnlyList<InterfaceStatus> Invoke(IKernel kernel) =>
        InterfaceListEncoding.Decode(RouteSysctl.Read(kernel, RouteSysctl.Interfaces()));

    /// <summary>Reads one interface.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The interface.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="NativeException">What sysctl(3) lists.</exception>
    public static InterfaceStatus? Find(IKernel kernel, string name) => Invoke(kernel).FirstOrDefault(status => status.Name == name);
}
