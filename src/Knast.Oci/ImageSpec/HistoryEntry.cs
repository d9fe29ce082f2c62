using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>How a layer of an image came to be (image-spec config.md, "history").</summary>
public sealed record HistoryEntry
{
    /// <summary>When, as the document spells it (RFC 3339); <see cref="CreatedAt"/> reads it.</summary>
    [JsonPropertyName("created")]
    public string? Created { get; init; }

    /// <summary>Who made it.</summary>
    [JsonPropertyName("author")]
    public string? Author { get; init; }

    /// <summary>The command that made it.</summary>
    [JsonPropertyName("created_by")]
    public string? CreatedBy { get; init; }

    /// <summary>A remark of its maker.</summary>
    [JsonPropertyName("comment")]
    public string? Comment { get; init; }

    /// <summary>True if the step changed no file and so has no layer.</summary>
    [JsonPropertyName("empty_layer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool EmptyLayer { get; init; }

    /// <summary>When; null where the document does not say, or not in RFC 3339.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt => Rfc3339.Parse(Created);
}
