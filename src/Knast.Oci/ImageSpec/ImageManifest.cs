using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>
/// The configuration and the layers of an image for one platform (image-spec manifest.md); docker's schema 2 has the same form.
/// </summary>
public sealed record ImageManifest : IOciDocument
{
    /// <summary>2, whatever the version of the specification.</summary>
    [JsonPropertyName("schemaVersion")]
    public int SchemaVersion { get; init; }

    /// <summary>The media type of this document, where it says so.</summary>
    [JsonPropertyName("mediaType")]
    public string? MediaType { get; init; }

    /// <summary>The type of the artifact, where this is one.</summary>
    [JsonPropertyName("artifactType")]
    public string? ArtifactType { get; init; }

    /// <summary>The image configuration; null where the document lacks it.</summary>
    [JsonPropertyName("config")]
    public Descriptor? Config { get; init; }

    /// <summary>The layers, the lowest first.</summary>
    [JsonPropertyName("layers")]
    public IReadOnlyList<Descriptor> Layers { get; init => field = value ?? []; } = [];

    /// <summary>The manifest that this one says something about.</summary>
    [JsonPropertyName("subject")]
    public Descriptor? Subject { get; init; }

    /// <summary>Annotations of the manifest.</summary>
    [JsonPropertyName("annotations")]
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;
}
