using Knast.Images.Compression;

namespace Knast.Images.Import;

/// <summary>A part of a file as a stream of its own. Does not close the file, and does not care where the file's own position is.</summary>
internal sealed class SectionStream(FileStream file, long offset, long length) : ReadOnlyStream
{
    private long _position;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, length - _position);
        int read = count <= 0 ? 0 : RandomAccess.Read(file.SafeFileHandle, buffer[..count], offset + _position);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };
}
