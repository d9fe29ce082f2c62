namespace Knast.Native.Programs;

/// <summary>Bytes of a program's data, which the playing process may change and a child gets a copy of.</summary>
/// <param name="Offset">Where in the data, in bytes.</param>
/// <param name="Length">Bytes.</param>
public readonly record struct ProgramBlock(int Offset, int Length)
{
    /// <summary>Turns an offset in the block into one in the data.</summary>
    internal int Place(int offset, int size)
    {
        if (offset < 0 || size < 0 || offset > Length - size)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"{size} bytes at {offset} are not within a block of {Length} bytes.");
        }

        return Offset + offset;
    }
}
