using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Knast.Images.Compression;

/// <summary>Reads a stream on a thread of its own, some pieces ahead of its reader, so that decompressing and writing overlap.</summary>
internal sealed class ReadAheadStream : ReadOnlyStream
{
    private const int PieceLength = 256 * 1024;
    private const int PiecesAhead = 8;

    private readonly Stream _source;
    private readonly CancellationTokenSource _stop;
    private readonly BlockingCollection<(byte[] Bytes, int Length)> _full = new(PiecesAhead);
    private readonly ConcurrentBag<byte[]> _free = [];
    private readonly Task _reading;
    private (byte[] Bytes, int Length) _current = ([], 0);
    private int _position;
    private bool _isDisposed;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Begins to read.</summary>
    /// <param name="source">What is read; closed with this stream.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public ReadAheadStream(Stream source, CancellationToken cancellation)
    {
        _source = source;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _reading = Task.Factory.StartNew(ReadAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position == _current.Length && !MoveNext())
        {
            return 0;
        }

        int count = Math.Min(buffer.Length, _current.Length - _position);
        _current.Bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _stop.Cancel();
            _reading.Wait();
            _source.Dispose();
            _full.Dispose();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool MoveNext()
    {
        if (_current.Bytes.Length > 0)
        {
            _free.Add(_current.Bytes);
        }

        _position = 0;
        _current = ([], 0);
        if (_full.TryTake(out _current, Timeout.Infinite))
        {
            return true;
        }

        _current = ([], 0);
        _failure?.Throw();
        return false;
    }

    // What goes wrong here is thrown to the reader, whatever it is: it is his stream that failed.
    private void ReadAll()
    {
        try
        {
            while (ReadPiece() is { Length: > 0 } piece)
            {
                _full.Add(piece, _stop.Token);
            }
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }
        finally
        {
            _full.CompleteAdding();
        }
    }

    private (byte[] Bytes, int Length) ReadPiece()
    {
        if (!_free.TryTake(out byte[]? bytes))
        {
            bytes = GC.AllocateUninitializedArray<byte>(PieceLength);
        }

        int length = 0;
        int read;
        do
        {
            _stop.Token.ThrowIfCancellationRequested();
            read = _source.Read(bytes, length, bytes.Length - length);
            length += read;
        }
        while (read > 0 && length < bytes.Length);
        return (bytes, length);
    }
}
