using System.Text.Json.Serialization;

namespace Knast.Oci.ImageSpec;

/// <summary>The file <c>oci-layout</c> at the root of an image layout (image-spec image-layout.md).</summary>
public sealed record ImageLayout : IOciDocument
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "oci-layout";

    /// <summary>The name of the file that holds the layout's index.</summary>
    public const string IndexFileName = "index.json";

    /// <summary>The name of the directory that holds the content, as <c>blobs/ALGORITHM/HEX</c>.</summary>
    public const string BlobsDirectoryName = "blobs";

    /// <summary>The version of the layout that this specification describes.</summary>
    public const string CurrentVersion = "1.0.0";

    /// <summary>The version of the layout; empty where the document lacks it.</summary>
    [JsonPropertyName("imageLayoutVersion")]
    public string ImageLayoutVersion { get; init => field = value ?? ""; } = "";
}
