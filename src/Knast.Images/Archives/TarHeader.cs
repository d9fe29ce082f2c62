namespace Knast.Images.Archives;

/// <summary>The fields of one 512 byte header block (tar(5): v7, ustar, GNU).</summary>
internal readonly ref struct TarHeader
{
    public const int BlockLength = 512;

    private const int ChecksumOffset = 148;
    private const int ChecksumLength = 8;

    private readonly ReadOnlySpan<byte> _block;

    private TarHeader(ReadOnlySpan<byte> block) => _block = block;

    public byte TypeFlag => _block[156];

    public ReadOnlySpan<byte> Name => Text(0, 100);

    public ReadOnlySpan<byte> LinkName => Text(157, 100);

    /// <summary>ustar's first part of a long name; GNU has times there.</summary>
    public ReadOnlySpan<byte> Prefix => IsUstar ? Text(345, 155) : [];

    public long Mode => TarNumber.Read(_block.Slice(100, 8), "mode");

    public long Owner => TarNumber.Read(_block.Slice(108, 8), "user id");

    public long Group => TarNumber.Read(_block.Slice(116, 8), "group id");

    public long Size => TarNumber.Read(_block.Slice(124, 12), "size");

    public long Modified => TarNumber.Read(_block.Slice(136, 12), "modification time");

    public long DeviceMajor => HasDevice ? TarNumber.Read(_block.Slice(329, 8), "device major number") : 0;

    public long DeviceMinor => HasDevice ? TarNumber.Read(_block.Slice(337, 8), "device minor number") : 0;

    /// <summary>GNU's old sparse format: four pieces of 24 bytes.</summary>
    public ReadOnlySpan<byte> SparsePieces => _block.Slice(386, 4 * 24);

    public bool HasMoreSparsePieces => _block[482] != 0;

    public long SparseSize => TarNumber.Read(_block.Slice(483, 12), "size of a sparse file");

    private bool IsUstar => _block.Slice(257, 6).SequenceEqual("ustar\0"u8);

    private bool HasDevice => _block.Slice(257, 5).SequenceEqual("ustar"u8);

    /// <summary>Reads a block whose checksum is right.</summary>
    /// <param name="block">512 bytes, not all zero.</param>
    public static TarHeader Read(ReadOnlySpan<byte> block)
    {
        long expected = TarNumber.Read(block.Slice(ChecksumOffset, ChecksumLength), "checksum");

        // Old writers summed signed characters.
        long sum = 0;
        long signedSum = 0;
        for (int index = 0; index < BlockLength; index++)
        {
            byte value = index is >= ChecksumOffset and < ChecksumOffset + ChecksumLength ? (byte)' ' : block[index];
            sum += value;
            signedSum += (sbyte)value;
        }

        return expected == sum || expected == signedSum
            ? new TarHeader(block)
            : throw new TarFormatException($"A tar header has the checksum {expected}, but its bytes sum up to {sum}.");
    }

    private ReadOnlySpan<byte> Text(int offset, int length)
    {
        ReadOnlySpan<byte> field = _block.Slice(offset, length);
        int end = field.IndexOf((byte)0);
        return end < 0 ? field : field[..end];
    }
}
