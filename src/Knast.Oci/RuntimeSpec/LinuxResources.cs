using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// Limits of a cgroup (runtime-spec config-linux.md, "Control groups"); also the document that <c>update --resources</c> takes.
/// </summary>
public sealed record LinuxResources : IOciDocument
{
    /// <summary>Rules for the use of devices, in the order in which they apply.</summary>
    public IReadOnlyList<LinuxDeviceCgroup> Devices { get; init => field = value ?? []; } = [];

    /// <summary>Memory.</summary>
    public LinuxMemory? Memory { get; init; }

    /// <summary>Processors.</summary>
    public LinuxCpu? Cpu { get; init; }

    /// <summary>Processes.</summary>
    public LinuxPids? Pids { get; init; }

    /// <summary>Block devices.</summary>
    [JsonPropertyName("blockIO")]
    public LinuxBlockIo? BlockIo { get; init; }

    /// <summary>Huge pages.</summary>
    public IReadOnlyList<LinuxHugepageLimit> HugepageLimits { get; init => field = value ?? []; } = [];

    /// <summary>Network traffic (cgroup v1).</summary>
    public LinuxNetwork? Network { get; init; }

    /// <summary>Remote direct memory access, by device.</summary>
    public IReadOnlyDictionary<string, LinuxRdma> Rdma { get; init => field = value ?? ReadOnlyDictionary<string, LinuxRdma>.Empty; } =
        ReadOnlyDictionary<string, LinuxRdma>.Empty;

    /// <summary>Files of the cgroup v2 hierarchy and what to write to each.</summary>
    public IReadOnlyDictionary<string, string> Unified { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;
}
