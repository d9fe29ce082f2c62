namespace Knast.Images.Archives;

/// <summary>Makes the pieces of a sparse file from numbers that a tar file gives, and checks that they fit together.</summary>
internal static class SparseMap
{
    /// <summary>The most pieces of one file.</summary>
    public const int MostSegments = 1 << 20;

    /// <summary>Pairs numbers up: offset, length, offset, length.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="size">The file's size with its holes.</param>
    /// <param name="dataLength">Bytes that the archive has for it.</param>
    public static IReadOnlyList<SparseSegment> Create(IReadOnlyList<long> numbers, long size, long dataLength)
    {
        if (numbers.Count % 2 != 0 || numbers.Count / 2 > MostSegments)
        {
            throw new TarFormatException($"A sparse file's map has {numbers.Count} numbers, which is not an even number of at most {2 * MostSegments}.");
        }

        var segments = new List<SparseSegment>(numbers.Count / 2);
        long end = 0;
        long sum = 0;
        for (int index = 0; index < numbers.Count; index += 2)
        {
            (long offset, long length) = (numbers[index], numbers[index + 1]);
            if (offset < end || length < 0 || length > size - offset)
            {
                throw new TarFormatException($"A sparse file of {size} bytes has a piece of {length} bytes at {offset}, which does not fit.");
            }

            end = offset + length;
            sum += length;
            if (length > 0)
            {
                segments.Add(new SparseSegment(offset, length));
            }
        }

        return sum == dataLength
            ? segments
            : throw new TarFormatException($"A sparse file's pieces have {sum} bytes, but the archive has {dataLength} for it.");
    }
}
