using Knast.Images.Compression;

namespace Knast.Images.Import;

/// <summary>Writes what is read from a stream to another, too. Closes neither.</summary>
internal sealed class TeeStream(Stream source, Stream copy) : ReadOnlyStream
{
    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = source.Read(buffer);
        copy.Write(buffer[..read]);
        return read;
    }
}
