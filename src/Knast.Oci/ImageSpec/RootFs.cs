using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>The layers of an image as they are when unpacked (image-spec config.md, "rootfs").</summary>
public sealed record RootFs
{
    /// <summary>The only type there is.</summary>
    public const string Layers = "layers";

    /// <summary><c>layers</c>; empty where the document lacks it.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>The digests of the uncompressed layers, the lowest first.</summary>
    [JsonPropertyName("diff_ids")]
    public IReadOnlyList<Digest> DiffIds { get; init => field = value ?? []; } = [];
}
