using System.IO.Compression;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>How something is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>The image's name. Null: the names that the archive gives; none for a plain directory or a root filesystem's archive.</summary>
    public ImageReference? Reference { get; init; }

    /// <summary>What the image runs on. Of an archive with several, the one that is taken; of a directory or a root filesystem, what is written down. Null: this machine's.</summary>
    public Platform? Platform { get; init; }

    /// <summary>How to run an image that is made of a directory or a root filesystem.</summary>
    public ExecutionParameters? Config { get; init; }

    /// <summary>When such an image was made. Null: now.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>How hard the layer of a directory is compressed, with gzip; <see cref="CompressionLevel.NoCompression"/> for not at all.</summary>
    public CompressionLevel Compression { get; init; } = CompressionLevel.Fastest;

    /// <summary>What the layers may not exceed.</summary>
    public Layers.LayerLimits Limits { get; init; } = Layers.LayerLimits.Default;
}
