using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>A list of manifests, one for each platform (image-spec image-index.md); docker's manifest list has the same form.</summary>
public sealed record ImageIndex : IOciDocument
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

    /// <summary>The manifests.</summary>
    [JsonPropertyName("manifests")]
    public IReadOnlyList<Descriptor> Manifests { get; init => field = value ?? []; } = [];

    /// <summary>The manifest that this one says something about.</summary>
    [JsonPropertyName("subject")]
    public Descriptor? Subject { get; init; }

    /// <summary>Annotations of the index.</summary>
    [JsonPropertyName("annotations")]
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;
}
