using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>Intel Resource Director Technology (runtime-spec config-linux.md, "IntelRdt").</summary>
public sealed record LinuxIntelRdt
{
    /// <summary>The class of service; <c>/</c> is the default one.</summary>
    [JsonPropertyName("closID")]
    public string? ClosId { get; init; }

    /// <summary>The lines of the <c>schemata</c> file.</summary>
    public IReadOnlyList<string> Schemata { get; init => field = value ?? []; } = [];

    /// <summary>The schema of the L3 cache.</summary>
    public string? L3CacheSchema { get; init; }

    /// <summary>The schema of the memory bandwidth; begins with <c>MB:</c>.</summary>
    public string? MemBwSchema { get; init; }

    /// <summary>True if the container has a monitoring group of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EnableMonitoring { get; init; }
}
