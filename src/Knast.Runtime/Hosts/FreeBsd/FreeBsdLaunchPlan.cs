using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>What the program of a container is composed from: plain data, all of it looked up before.</summary>
internal sealed record FreeBsdLaunchPlan
{
    /// <summary>The configuration.</summary>
    public required RuntimeConfig Config { get; init; }

    /// <summary>The jail that the first process enters.</summary>
    public required int Jid { get; init; }

    /// <summary>The jail's root directory on the host.</summary>
    public required string Root { get; init; }

    /// <summary>The directory under a read-only root; null where the root can be written.</summary>
    public string? ReadOnlyOf { get; init; }

    /// <summary>The mounts in order.</summary>
    public IReadOnlyList<FreeBsdMountStep> Mounts { get; init; } = [];

    /// <summary>Whether the jail has a network stack of its own, whose loopback interface is to be configured.</summary>
    public bool HasVnet { get; init; }

    /// <summary>Whether a missing working directory is made, as for the one that an image names.</summary>
    public bool CreatesWorkingDirectory { get; init; }

    /// <summary>The size at which the log is rotated, in bytes.</summary>
    public long LogLimit { get; init; } = 16 << 20;

    /// <summary>How many rotated logs are kept.</summary>
    public int RotatedLogs { get; init; } = 3;
}
