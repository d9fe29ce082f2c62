using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>What the program of a container is composed from: plain data, all of it looked up before.</summary>
internal sealed record LinuxLaunchPlan
{
    /// <summary>The configuration, with absolute mount sources.</summary>
    public required RuntimeConfig Config { get; init; }

    /// <summary>Where the root file system becomes visible.</summary>
    public required string RootPath { get; init; }

    /// <summary>Whether the root file system comes as a mount at <see cref="LaunchDescriptors.Rootfs"/>; else it is the directory at <see cref="RootPath"/>.</summary>
    public required bool HasRootMount { get; init; }

    /// <summary>The container's cgroup directories on the host.</summary>
    public IReadOnlyList<string> CgroupDirectories { get; init; } = [];

    /// <summary>The cgroup hierarchies of the host.</summary>
    public IReadOnlyList<CgroupHierarchy> Hierarchies { get; init; } = [];

    /// <summary>Which mounts (by index) are bind mounts of something that is no directory.</summary>
    public IReadOnlySet<int> FileMounts { get; init; } = new HashSet<int>();

    /// <summary>The capabilities that this process may give: its bounding set.</summary>
    public ulong AvailableCapabilities { get; init; } = ulong.MaxValue;

    /// <summary>Whether a missing working directory is made, as for the one that an image names.</summary>
    public bool CreatesWorkingDirectory { get; init; }

    /// <summary>The size at which the log is rotated, in bytes.</summary>
    public long LogLimit { get; init; } = 16 << 20;

    /// <summary>How many rotated logs are kept.</summary>
    public int RotatedLogs { get; init; } = 3;
}
