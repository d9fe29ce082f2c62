using Knast.Images.Compression;
using ZstdSharp;

namespace Knast.Images.Decompressors;

/// <summary>Decompresses zstd, frame after frame; skippable frames, as zstd:chunked appends them, are skipped.</summary>
internal sealed class ZstdStream(Stream compressed) : ReadOnlyStream
{
    private readonly DecompressionStream _stream = new(compressed, leaveOpen: false);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _stream.Read(buffer);
        }
        catch (ZstdException error)
        {
            throw new InvalidDataException($"The zstd data is damaged: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
