using Knast.Native.Kernel;
using Knast.Runtime.Hosts.Linux;

namespace Knast.Runtime.Hosts;

/// <summary>Chooses the host for a kernel.</summary>
internal static class ContainerHosts
{
    /// <summary>The host of a kernel.</summary>
    /// <exception cref="PlatformNotSupportedException">There is none for its system.</exception>
    public static IContainerHost For(IKernel kernel, KernelFiles files) => kernel.Target.System == KernelSystem.Linux
        ? new LinuxHost(kernel, files)
        : throw new PlatformNotSupportedException($"Knast cannot run containers on {kernel.Target.Name} yet; docs/status.md tells what is there.");
}
