using Knast.Images.Compression;

namespace Knast.Images.Decompressors;

/// <summary>Decompresses zstd and xz. Loaded by its name, when a layer or an archive first needs it.</summary>
public sealed class Decompressor : IDecompressor
{
    /// <inheritdoc/>
    public Stream Open(CompressionFormat format, Stream compressed)
    {
        ArgumentNullException.ThrowIfNull(compressed);
        return format switch
        {
            CompressionFormat.Zstd => new ZstdStream(compressed),
            CompressionFormat.Xz => new XzStream(compressed),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Only zstd and xz are decompressed here."),
        };
    }
}
