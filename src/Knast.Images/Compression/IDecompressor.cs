namespace Knast.Images.Compression;

/// <summary>Decompresses formats that .NET does not know. Implemented by an assembly that is loaded when it is first needed.</summary>
public interface IDecompressor
{
    /// <summary>Opens a stream of the uncompressed bytes.</summary>
    /// <param name="format"><see cref="CompressionFormat.Zstd"/> or <see cref="CompressionFormat.Xz"/>.</param>
    /// <param name="compressed">The compressed bytes; closed with the result.</param>
    /// <returns>A stream that can only be read. It throws <see cref="InvalidDataException"/> or <see cref="EndOfStreamException"/> on damaged content.</returns>
    Stream Open(CompressionFormat format, Stream compressed);
}
