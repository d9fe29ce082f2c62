using System.Security.Cryptography;
using Knast.Oci;

namespace Knast.Images.Compression;

/// <summary>Passes reads or writes on and hashes what goes through.</summary>
internal sealed class DigestingStream : Stream
{
    private readonly Stream _stream;
    private readonly string _algorithm;
    private readonly IncrementalHash _hash;
    private readonly bool _leaveOpen;

    /// <summary>Begins to hash.</summary>
    /// <param name="stream">Where reads and writes go.</param>
    /// <param name="algorithm">sha256 or sha512.</param>
    /// <param name="leaveOpen">Whether the stream outlives this one.</param>
    public DigestingStream(Stream stream, string algorithm = Digest.Sha256, bool leaveOpen = false)
    {
        _stream = stream;
        _algorithm = algorithm;
        _leaveOpen = leaveOpen;
        _hash = IncrementalHash.CreateHash(algorithm == Digest.Sha512 ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256);
    }

    /// <summary>Bytes that went through.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => _stream.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => _stream.CanWrite;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <summary>The digest of what went through.</summary>
    public Digest GetDigest() => Digest.FromHash(_algorithm, _hash.GetCurrentHash());

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = _stream.Read(buffer);
        Append(buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _stream.Write(buffer);
        Append(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _stream.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        Append(buffer.Span);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush() => _stream.Flush();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            if (!_leaveOpen)
            {
                _stream.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        Count += bytes.Length;
    }
}
