using Knast.Images.Compression;

namespace Knast.Images.Layers;

/// <summary>Tells how far a stream has been read, each time another hundredth, or at least 256 KiB, is done.</summary>
internal sealed class ProgressStream(Stream stream, Action<long>? report) : ReadOnlyStream
{
    private const long SmallestStep = 256 * 1024;

    private readonly long _step = report is null ? long.MaxValue : Math.Max(SmallestStep, stream.Length / 100);
    private long _position;
    private long _reported;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override long Length => stream.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => stream.Position = _position = value;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = stream.Read(buffer);
        _position += read;
        if (_position - _reported >= _step || (read == 0 && _reported < _position))
        {
            _reported = _position;
            report?.Invoke(_position);
        }

        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => _position = stream.Seek(offset, origin);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
