using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>Class and priority of network traffic (runtime-spec config-linux.md, "Network"; cgroup v1).</summary>
public sealed record LinuxNetwork
{
    /// <summary>The class identifier of its packets.</summary>
    [JsonPropertyName("classID")]
    public uint? ClassId { get; init; }

    /// <summary>Priorities of interfaces.</summary>
    public IReadOnlyList<LinuxInterfacePriority> Priorities { get; init => field = value ?? []; } = [];
}
