namespace Knast.Images.Archives;

/// <summary>What a tar file may not exceed.</summary>
/// <param name="MaximumEntries">Entries in all.</param>
/// <param name="MaximumBytes">Bytes of the whole archive, uncompressed.</param>
/// <param name="MaximumMetadataBytes">Bytes of one extended header or long name, which are read into memory.</param>
internal sealed record TarLimits(long MaximumEntries, long MaximumBytes, int MaximumMetadataBytes = 1 << 20);
