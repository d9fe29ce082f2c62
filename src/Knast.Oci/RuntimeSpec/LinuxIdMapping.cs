using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>A range of ids of a user namespace or an idmapped mount (runtime-spec config-linux.md, "User namespace mappings").</summary>
public sealed record LinuxIdMapping
{
    /// <summary>The first id inside.</summary>
    [JsonPropertyName("containerID")]
    public uint ContainerId { get; init; }

    /// <summary>The first id outside.</summary>
    [JsonPropertyName("hostID")]
    public uint HostId { get; init; }

    /// <summary>How many ids.</summary>
    public uint Size { get; init; }
}
