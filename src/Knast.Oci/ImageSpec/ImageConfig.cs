using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>The image configuration: how to run an image, and what it is made of (image-spec config.md).</summary>
public sealed record ImageConfig : IOciDocument
{
    /// <summary>When the image was made, as the document spells it (RFC 3339); <see cref="CreatedAt"/> reads it.</summary>
    [JsonPropertyName("created")]
    public string? Created { get; init; }

    /// <summary>Who made the image.</summary>
    [JsonPropertyName("author")]
    public string? Author { get; init; }

    /// <summary>The processor architecture (GOARCH); empty where the document lacks it.</summary>
    [JsonPropertyName("architecture")]
    public string Architecture { get; init => field = value ?? ""; } = "";

    /// <summary>The operating system (GOOS); empty where the document lacks it.</summary>
    [JsonPropertyName("os")]
    public string Os { get; init => field = value ?? ""; } = "";

    /// <summary>The version of the operating system.</summary>
    [JsonPropertyName("os.version")]
    public string? OsVersion { get; init; }

    /// <summary>Features of the operating system that the image demands.</summary>
    [JsonPropertyName("os.features")]
    public IReadOnlyList<string> OsFeatures { get; init => field = value ?? []; } = [];

    /// <summary>The variant of the processor.</summary>
    [JsonPropertyName("variant")]
    public string? Variant { get; init; }

    /// <summary>How to run the image; null where the document does not say.</summary>
    [JsonPropertyName("config")]
    public ExecutionParameters? Config { get; init; }

    /// <summary>The layers as they are when unpacked; null where the document lacks them.</summary>
    [JsonPropertyName("rootfs")]
    public RootFs? RootFs { get; init; }

    /// <summary>How each layer came to be, the first first.</summary>
    [JsonPropertyName("history")]
    public IReadOnlyList<HistoryEntry> History { get; init => field = value ?? []; } = [];

    /// <summary>When the image was made; null where the document does not say, or not in RFC 3339.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt => Rfc3339.Parse(Created);

    /// <summary>What the image runs on.</summary>
    [JsonIgnore]
    public Platform Platform =>
        new() { Os = Os, Architecture = Architecture, Variant = Variant, OsVersion = OsVersion, OsFeatures = OsFeatures };
}
