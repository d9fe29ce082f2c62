using System.Buffers.Text;

namespace Knast.Images.Archives;

/// <summary>Reads maps of sparse files that stand in blocks of the archive.</summary>
/// <param name="readBlock">Reads the next 512 bytes.</param>
internal sealed class SparseMapReader(Func<byte[]> readBlock)
{
    private const int PieceLength = 24;
    private const int NumberLength = 12;
    private const int PiecesInExtension = 21;
    private const int IsExtendedOffset = 504;
    private const int LongestNumber = 20;

    private byte[] _block = [];
    private int _position;

    /// <summary>GNU's old format: the header's pieces and the extension blocks after it.</summary>
    /// <param name="header">The header's pieces, and whether blocks follow.</param>
    public IReadOnlyList<long> ReadOld((byte[] Pieces, bool HasMore) header)
    {
        var numbers = new List<long>();
        AddPieces(numbers, header.Pieces);
        bool hasMore = header.HasMore;
        while (hasMore)
        {
            byte[] block = readBlock();
            AddPieces(numbers, block.AsSpan(0, PiecesInExtension * PieceLength));
            hasMore = block[IsExtendedOffset] != 0;
            CheckCount(numbers.Count);
        }

        return numbers;
    }

    /// <summary>Format 1.0: decimal numbers, one a line, the first saying how many pieces there are.</summary>
    public IReadOnlyList<long> ReadText()
    {
        long count = ReadLine() * 2;
        CheckCount(count);
        var numbers = new List<long>((int)count);
        while (numbers.Count < count)
        {
            numbers.Add(ReadLine());
        }

        return numbers;
    }

    private static void AddPieces(List<long> numbers, ReadOnlySpan<byte> pieces)
    {
        for (; !pieces.IsEmpty && pieces[0] != 0; pieces = pieces[PieceLength..])
        {
            numbers.Add(TarNumber.Read(pieces[..NumberLength], "offset of a piece of a sparse file"));
            numbers.Add(TarNumber.Read(pieces.Slice(NumberLength, NumberLength), "length of a piece of a sparse file"));
        }
    }

    private long ReadLine()
    {
        Span<byte> line = stackalloc byte[LongestNumber];
        int length = 0;
        while (ReadByte() is var next && next != '\n')
        {
            if (length == LongestNumber)
            {
                throw new TarFormatException($"The map of a sparse file has a number of more than {LongestNumber} digits.");
            }

            line[length++] = next;
        }

        return Utf8Parser.TryParse(line[..length], out long number, out int used) && used == length && number is >= 0 and < long.MaxValue / 2
            ? number
            : throw new TarFormatException("The map of a sparse file has a line that is no number.");
    }

    private byte ReadByte()
    {
        if (_position == _block.Length)
        {
            _block = readBlock();
            _position = 0;
        }

        return _block[_position++];
    }

    private static void CheckCount(long numbers)
    {
        if (numbers > SparseMap.MostSegments * 2)
        {
            throw new TarFormatException($"The map of a sparse file has more than {SparseMap.MostSegments} pieces.");
        }
    }
}
