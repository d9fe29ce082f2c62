using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>
/// docker's health check of an image (its image specification v1.2); durations are in nanoseconds, 0 or null means docker's default.
/// </summary>
public sealed record Healthcheck
{
    /// <summary><c>NONE</c>, <c>CMD</c> and arguments, or <c>CMD-SHELL</c> and a command line; empty inherits.</summary>
    [JsonPropertyName("Test")]
    public IReadOnlyList<string> Test { get; init => field = value ?? []; } = [];

    /// <summary>The time between two checks, in nanoseconds.</summary>
    [JsonPropertyName("Interval")]
    public long? IntervalNanoseconds { get; init; }

    /// <summary>The time after which a check counts as failed, in nanoseconds.</summary>
    [JsonPropertyName("Timeout")]
    public long? TimeoutNanoseconds { get; init; }

    /// <summary>The time that the container has to come up, in nanoseconds.</summary>
    [JsonPropertyName("StartPeriod")]
    public long? StartPeriodNanoseconds { get; init; }

    /// <summary>The time between two checks while it comes up, in nanoseconds.</summary>
    [JsonPropertyName("StartInterval")]
    public long? StartIntervalNanoseconds { get; init; }

    /// <summary>How many failures in a row make the container unhealthy.</summary>
    [JsonPropertyName("Retries")]
    public int? Retries { get; init; }
}
