namespace Knast.Images.Archives;

/// <summary>
/// Reads a tar file from a stream: v7, ustar, PAX, GNU. Written for this because System.Formats.Tar decodes names and PAX values as
/// UTF-8, which destroys names that are not UTF-8 and binary attributes such as <c>security.capability</c>.
/// </summary>
internal sealed class TarArchiveReader(Stream stream, TarLimits limits)
{
    private readonly TarBlockBuffer _buffer = new(stream, limits.MaximumBytes);
    private readonly TarEntryBuilder _builder = new();
    private long _remaining;
    private long _padding;
    private long _entries;

    /// <summary>Where in the stream the next byte of the current entry's data is.</summary>
    public long DataOffset => _buffer.Position;

    /// <summary>The next entry; null after the last. What is left of the data of the entry before is skipped.</summary>
    public TarEntry? ReadNext()
    {
        SkipRest();
        while (ReadHeaderBlock() is { IsEmpty: false } block)
        {
            TarHeader header = TarHeader.Read(block);
            CheckCount();
            if (ReadMetadata(header))
            {
                continue;
            }

            if (_builder.Build(header) is not { } entry)
            {
                SkipUnknown(header);
                continue;
            }

            _buffer.Consume(TarHeader.BlockLength);
            BeginData(entry.DataLength);
            return _builder.HasMapInArchive ? WithMap(entry) : entry;
        }

        return null;
    }

    /// <summary>The next bytes of the current entry's data, as many as are at hand; empty after the last. Good until the next call.</summary>
    public ReadOnlySpan<byte> ReadData()
    {
        if (_remaining == 0)
        {
            return [];
        }

        ReadOnlySpan<byte> data = _buffer.PeekSome(_remaining);
        if (data.IsEmpty)
        {
            throw new TarFormatException($"The archive ends {_remaining} bytes before the end of a file.", isTruncated: true);
        }

        _buffer.Consume(data.Length);
        _remaining -= data.Length;
        return data;
    }

    /// <summary>Reads what stands behind the end of the archive, so that a digest over the stream covers it.</summary>
    public void ReadToEnd()
    {
        while (_buffer.PeekSome(long.MaxValue) is { IsEmpty: false } rest)
        {
            _buffer.Consume(rest.Length);
        }
    }

    // The header is left in the buffer. A block of zeros ends the archive; so does the end of the stream at a block's border.
    private ReadOnlySpan<byte> ReadHeaderBlock()
    {
        ReadOnlySpan<byte> block = _buffer.Peek(TarHeader.BlockLength);
        if (block.Length is > 0 and < TarHeader.BlockLength)
        {
            throw new TarFormatException($"The archive ends in a header, after {block.Length} of its 512 bytes.", isTruncated: true);
        }

        if (block.IsEmpty && _entries == 0)
        {
            throw new TarFormatException("The archive is empty: not even its end is there.", isTruncated: true);
        }

        return block.ContainsAnyExcept((byte)0) ? block : [];
    }

    private void CheckCount()
    {
        if (++_entries > limits.MaximumEntries)
        {
            throw new TarLimitException($"The archive has more than {limits.MaximumEntries} entries, which is the limit.");
        }
    }

    private bool ReadMetadata(TarHeader header)
    {
        byte type = header.TypeFlag;
        if (type is not ((byte)'x' or (byte)'X' or (byte)'g' or (byte)'L' or (byte)'K'))
        {
            return false;
        }

        long size = header.Size;
        _buffer.Consume(TarHeader.BlockLength);
        _builder.AddMetadata(type, ReadWhole(size));
        return true;
    }

    private byte[] ReadWhole(long size)
    {
        if (size < 0 || size > limits.MaximumMetadataBytes)
        {
            throw new TarFormatException($"An extended header has {size} bytes; at most {limits.MaximumMetadataBytes} are read.");
        }

        byte[] whole = new byte[size];
        BeginData(size);
        for (int filled = 0; filled < whole.Length;)
        {
            ReadOnlySpan<byte> data = ReadData();
            data.CopyTo(whole.AsSpan(filled));
            filled += data.Length;
        }

        SkipRest();
        return whole;
    }

    private TarEntry WithMap(TarEntry entry)
    {
        var map = new SparseMapReader(ReadMapBlock);
        IReadOnlyList<long> numbers = _builder.IsOldSparse ? map.ReadOld(_builder.OldSparsePieces) : map.ReadText();
        return TarEntryBuilder.WithMap(entry, numbers, _remaining);
    }

    // Blocks of GNU's old format are not counted in the entry's size, those of format 1.0 are.
    private byte[] ReadMapBlock()
    {
        byte[] block = _buffer.Peek(TarHeader.BlockLength).ToArray();
        if (block.Length < TarHeader.BlockLength || (!_builder.IsOldSparse && _remaining < TarHeader.BlockLength))
        {
            throw new TarFormatException("The archive ends within the map of a sparse file.", isTruncated: true);
        }

        _buffer.Consume(TarHeader.BlockLength);
        _remaining -= _builder.IsOldSparse ? 0 : TarHeader.BlockLength;
        return block;
    }

    private void SkipUnknown(TarHeader header)
    {
        long size = header.Size;
        _buffer.Consume(TarHeader.BlockLength);
        BeginData(size);
        SkipRest();
    }

    private void BeginData(long length)
    {
        if (length < 0)
        {
            throw new TarFormatException($"A tar header has the size {length}, which is negative.");
        }

        _remaining = length;
        _padding = -length & (TarHeader.BlockLength - 1);
    }

    // Some writers (umoci's opaque layers) end with the last file's data, so missing padding is the end and no error.
    private void SkipRest()
    {
        if (Skip(_remaining) is > 0 and var missing)
        {
            throw new TarFormatException($"The archive ends {missing} bytes before the end of a file.", isTruncated: true);
        }

        Skip(_padding);
        _remaining = _padding = 0;
    }

    private long Skip(long count)
    {
        while (count > 0 && _buffer.PeekSome(count) is { IsEmpty: false } data)
        {
            _buffer.Consume(data.Length);
            count -= data.Length;
        }

        return count;
    }
}
