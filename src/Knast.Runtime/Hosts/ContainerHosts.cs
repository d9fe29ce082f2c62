using Knast.Native.Kernel;
using Knast.Runtime.Hosts.FreeBsd;
using Knast.Runtime.Hosts.Linux;

namespace Knast.Runtime.Hosts;

/// <summary>Chooses the host for a kernel.</summary>
internal static class ContainerHosts
{
    /// <summary>The host of a kernel.</summary>
    public static IContainerHost For(IKernel kernel, KernelFiles files) => kernel.Target.System == KernelSystem.Linux
        ? new LinuxHost(kernel, files)
        : new FreeBsdHost(kernel, files);
}
