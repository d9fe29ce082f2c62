using SharpCompress.Common;
using SharpCompress.Compressors.Xz;
using ReadOnlyStream = Knast.Images.Compression.ReadOnlyStream;

namespace Knast.Images.Decompressors;

/// <summary>Decompresses xz, as FreeBSD's release archives and image downloads are compressed.</summary>
internal sealed class XzStream(Stream compressed) : ReadOnlyStream
{
    private readonly XZStream _stream = new(compressed);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        byte[] bytes = new byte[buffer.Length];
        int read = Read(bytes, 0, bytes.Length);
        bytes.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return _stream.Read(buffer, offset, count);
        }
        catch (SharpCompressException error)
        {
            throw new InvalidDataException($"The xz data is damaged: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
            compressed.Dispose();
        }

        base.Dispose(disposing);
    }
}
