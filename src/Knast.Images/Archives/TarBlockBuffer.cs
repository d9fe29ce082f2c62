namespace Knast.Images.Archives;

/// <summary>Reads a stream in large pieces and hands them on without copying.</summary>
internal sealed class TarBlockBuffer(Stream stream, long maximumBytes)
{
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(256 * 1024);
    private int _start;
    private int _end;
    private long _total;

    /// <summary>Where in the stream the next byte is.</summary>
    public long Position => _total - (_end - _start);

    /// <summary>The next bytes, exactly so many of them, without consuming them; fewer at the end of the stream.</summary>
    /// <param name="count">At most half of the buffer.</param>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count && Fill())
        {
        }

        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>The next bytes, at least one unless the stream has ended, without consuming them.</summary>
    /// <param name="most">The most that are wanted.</param>
    public ReadOnlySpan<byte> PeekSome(long most)
    {
        if (_start == _end)
        {
            Fill();
        }

        return _buffer.AsSpan(_start, (int)Math.Min(most, _end - _start));
    }

    /// <summary>Goes on by bytes that were peeked.</summary>
    public void Consume(int count) => _start += count;

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _total += read;
        return _total > maximumBytes
            ? throw new TarLimitException($"The archive has more than {maximumBytes} bytes when uncompressed, which is the limit.")
            : read > 0;
    }
}
