using System.Buffers.Text;
using System.Text;

namespace Knast.Images.Archives;

/// <summary>GNU's records for sparse files in PAX headers, formats 0.0, 0.1 and 1.0 (GNU tar manual, "Storing Sparse Files").</summary>
internal sealed class SparseRecords
{
    private readonly List<long> _numbers = [];

    /// <summary>The file's real name; the entry's own is made up.</summary>
    public byte[]? Name { get; private set; }

    /// <summary>The file's size with its holes.</summary>
    public long? Size { get; private set; }

    /// <summary>Whether the map stands before the data (format 1.0).</summary>
    public bool IsMapBeforeData { get; private set; }

    /// <summary>The map of formats 0.0 and 0.1; null where there is none.</summary>
    public IReadOnlyList<long>? Map => _numbers.Count == 0 ? null : _numbers;

    public void Apply(ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> value)
    {
        switch (Encoding.Latin1.GetString(keyword))
        {
            case "GNU.sparse.name": Name = value.ToArray(); break;
            case "GNU.sparse.size" or "GNU.sparse.realsize": Size = Number(value); break;
            case "GNU.sparse.major": IsMapBeforeData = Number(value) == 1; break;
            case "GNU.sparse.offset" or "GNU.sparse.numbytes": _numbers.Add(Number(value)); break;
            case "GNU.sparse.map": AddAll(value); break;
        }
    }

    private void AddAll(ReadOnlySpan<byte> list)
    {
        while (!list.IsEmpty)
        {
            int comma = list.IndexOf((byte)',');
            _numbers.Add(Number(comma < 0 ? list : list[..comma]));
            list = comma < 0 ? [] : list[(comma + 1)..];
        }
    }

    private static long Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long number, out int used) && used == text.Length && number >= 0
            ? number
            : throw new TarFormatException("A PAX header has a GNU.sparse record that is no number.");
}
