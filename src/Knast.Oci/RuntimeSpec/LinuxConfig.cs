using System.Collections.ObjectModel;

namespace Knast.Oci.RuntimeSpec;

/// <summary>What only Linux has (runtime-spec config-linux.md).</summary>
public sealed record LinuxConfig
{
    /// <summary>The namespaces to make or to join.</summary>
    public IReadOnlyList<LinuxNamespace> Namespaces { get; init => field = value ?? []; } = [];

    /// <summary>The user ids of the user namespace.</summary>
    public IReadOnlyList<LinuxIdMapping> UidMappings { get; init => field = value ?? []; } = [];

    /// <summary>The group ids of the user namespace.</summary>
    public IReadOnlyList<LinuxIdMapping> GidMappings { get; init => field = value ?? []; } = [];

    /// <summary>Offsets of the clocks <c>monotonic</c> and <c>boottime</c> in the time namespace.</summary>
    public IReadOnlyDictionary<string, LinuxTimeOffset> TimeOffsets
    {
        get;
        init => field = value ?? ReadOnlyDictionary<string, LinuxTimeOffset>.Empty;
    } = ReadOnlyDictionary<string, LinuxTimeOffset>.Empty;

    /// <summary>Devices that the container has beyond the default ones.</summary>
    public IReadOnlyList<LinuxDevice> Devices { get; init => field = value ?? []; } = [];

    /// <summary>Network devices of the host to move into the container, by their names on the host.</summary>
    public IReadOnlyDictionary<string, LinuxNetDevice> NetDevices
    {
        get;
        init => field = value ?? ReadOnlyDictionary<string, LinuxNetDevice>.Empty;
    } = ReadOnlyDictionary<string, LinuxNetDevice>.Empty;

    /// <summary>The path of the cgroup: below the mount point where absolute, else below a place of the runtime's choice.</summary>
    public string? CgroupsPath { get; init; }

    /// <summary>Limits of the cgroup.</summary>
    public LinuxResources? Resources { get; init; }

    /// <summary>Intel Resource Director Technology.</summary>
    public LinuxIntelRdt? IntelRdt { get; init; }

    /// <summary>The NUMA memory policy.</summary>
    public LinuxMemoryPolicy? MemoryPolicy { get; init; }

    /// <summary>Kernel parameters to set, such as <c>net.ipv4.ip_forward</c>.</summary>
    public IReadOnlyDictionary<string, string> Sysctl { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;

    /// <summary>The filter of system calls.</summary>
    public LinuxSeccomp? Seccomp { get; init; }

    /// <summary><c>shared</c>, <c>slave</c>, <c>private</c> or <c>unbindable</c>.</summary>
    public string? RootfsPropagation { get; init; }

    /// <summary>Absolute paths that cannot be read inside.</summary>
    public IReadOnlyList<string> MaskedPaths { get; init => field = value ?? []; } = [];

    /// <summary>Absolute paths that cannot be written inside.</summary>
    public IReadOnlyList<string> ReadonlyPaths { get; init => field = value ?? []; } = [];

    /// <summary>The SELinux context of the mounts.</summary>
    public string? MountLabel { get; init; }

    /// <summary>The execution domain.</summary>
    public LinuxPersonality? Personality { get; init; }
}
