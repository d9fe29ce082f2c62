using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>Points at content by digest (image-spec descriptor.md).</summary>
public sealed record Descriptor
{
    /// <summary>The media type of the content; empty where the document lacks it.</summary>
    [JsonPropertyName("mediaType")]
    public string MediaType { get; init => field = value ?? ""; } = "";

    /// <summary>The digest of the content; empty where the document lacks it.</summary>
    [JsonPropertyName("digest"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Digest Digest { get; init; }

    /// <summary>The size of the content in bytes.</summary>
    [JsonPropertyName("size")]
    public long Size { get; init; }

    /// <summary>Where else the content may be downloaded from.</summary>
    [JsonPropertyName("urls")]
    public IReadOnlyList<string> Urls { get; init => field = value ?? []; } = [];

    /// <summary>Annotations of the content.</summary>
    [JsonPropertyName("annotations")]
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;

    /// <summary>The content itself, where it is embedded.</summary>
    [JsonPropertyName("data")]
    public ReadOnlyMemory<byte>? Data { get; init; }

    /// <summary>What the manifest pointed at runs on; null where an index does not say.</summary>
    [JsonPropertyName("platform")]
    public Platform? Platform { get; init; }

    /// <summary>The type of the artifact pointed at.</summary>
    [JsonPropertyName("artifactType")]
    public string? ArtifactType { get; init; }
}
