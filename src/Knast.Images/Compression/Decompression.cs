using System.IO.Compression;

namespace Knast.Images.Compression;

/// <summary>Opens streams of uncompressed bytes.</summary>
internal static class Decompression
{
    private const string AssemblyName = "Knast.Images.Decompressors";
    private const string TypeName = "Knast.Images.Decompressors.Decompressor";

    /// <summary>Opens a stream whose format its first bytes say.</summary>
    /// <param name="compressed">The bytes, at the beginning of a stream that can seek; closed with the result.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="format">The format found.</param>
    public static Stream Open(Stream compressed, string what, out CompressionFormat format)
    {
        Span<byte> prefix = stackalloc byte[CompressionFormats.PrefixLength];
        int length = compressed.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        compressed.Position = 0;
        format = CompressionFormats.Detect(prefix[..length]);
        return format switch
        {
            CompressionFormat.None => compressed,
            CompressionFormat.Gzip => new GZipStream(compressed, CompressionMode.Decompress),
            CompressionFormat.Bzip2 => throw new ImageException(
                ImageErrorId.LayerUnsupported, $"{what} is compressed with bzip2; gzip, zstd, xz and none are what can be read."),
            _ => DependencyLoader.Get<IDecompressor>(AssemblyName, TypeName).Open(format, compressed),
        };
    }
}
