namespace Knast.Images.Compression;

/// <summary>Tells formats of compression apart by their first bytes. Media types and file names may be wrong, these are not.</summary>
internal static class CompressionFormats
{
    /// <summary>How many bytes decide.</summary>
    public const int PrefixLength = 6;

    /// <summary>The format of a stream that begins so.</summary>
    public static CompressionFormat Detect(ReadOnlySpan<byte> prefix)
    {
        // RFC 8878, 3.1.2: a zstd stream may begin with a skippable frame, 0x184D2A50 to 0x184D2A5F.
        bool isSkippable = prefix.Length >= 4 && (prefix[0] & 0xF0) == 0x50 && prefix[1..4].SequenceEqual((ReadOnlySpan<byte>)[0x2A, 0x4D, 0x18]);
        return prefix switch
        {
            [0x1F, 0x8B, ..] => CompressionFormat.Gzip,
            [0x28, 0xB5, 0x2F, 0xFD, ..] => CompressionFormat.Zstd,
            [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, ..] => CompressionFormat.Xz,
            [0x42, 0x5A, 0x68, >= 0x31 and <= 0x39, ..] => CompressionFormat.Bzip2,
            _ => isSkippable ? CompressionFormat.Zstd : CompressionFormat.None,
        };
    }
}
