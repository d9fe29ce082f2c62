namespace Knast.Images.Compression;

/// <summary>How a stream is compressed, as its first bytes say.</summary>
public enum CompressionFormat
{
    /// <summary>Not at all, or unknown.</summary>
    None,

    /// <summary>gzip (RFC 1952).</summary>
    Gzip,

    /// <summary>zstd (RFC 8878).</summary>
    Zstd,

    /// <summary>xz.</summary>
    Xz,

    /// <summary>bzip2.</summary>
    Bzip2,
}
