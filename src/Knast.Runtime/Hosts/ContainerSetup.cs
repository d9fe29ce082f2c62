using Knast.Native.Kernel;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts;

/// <summary>All that a host needs to know to bring a container to life.</summary>
internal sealed record ContainerSetup
{
    public required ContainerRecord Record { get; init; }

    public required RuntimeConfig Config { get; init; }

    public required ContainerPaths Paths { get; init; }

    /// <summary>Where the root file system is on the host, when it is a directory.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>The root file system, opened by <see cref="IContainerHost.OpenRootfs"/>; null where the host is to open it.</summary>
    public KernelDescriptor? Rootfs { get; init; }

    /// <summary>Standard input; null for /dev/null.</summary>
    public KernelDescriptor? StandardInput { get; init; }
}
