using Knast.Images.Compression;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Finds the media type of a layer from its first bytes.</summary>
internal static class LayerMediaTypes
{
    /// <summary>The media type of a layer that can be stored as it is.</summary>
    /// <param name="layer">The layer, at its beginning.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.LayerUnsupported"/>.</exception>
    public static string Of(Stream layer)
    {
        Span<byte> prefix = stackalloc byte[CompressionFormats.PrefixLength];
        int length = layer.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        return Of(CompressionFormats.Detect(prefix[..length])) ?? throw new ImageException(
            ImageErrorId.LayerUnsupported, "A layer of an image may be compressed with gzip or zstd, or not at all; this one is compressed otherwise.");
    }

    /// <summary>The media type of a layer in a format; null where there is none.</summary>
    public static string? Of(CompressionFormat format) => format switch
    {
        CompressionFormat.None => MediaTypes.ImageLayer,
        CompressionFormat.Gzip => MediaTypes.ImageLayerGzip,
        CompressionFormat.Zstd => MediaTypes.ImageLayerZstd,
        _ => null,
    };
}
