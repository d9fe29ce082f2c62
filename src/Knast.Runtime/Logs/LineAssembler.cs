using System.Text;

namespace Knast.Runtime.Logs;

/// <summary>Makes lines of the pieces of one stream.</summary>
internal sealed class LineAssembler
{
    // A line without end must not take all memory; it comes in parts of this size.
    private const int LongestLine = 1 << 20;

    private readonly ContainerLogStream _stream;
    private readonly List<byte> _open = [];
    private DateTimeOffset _since;

    public LineAssembler(ContainerLogStream stream)
    {
        _stream = stream;
    }

    /// <summary>Adds a piece.</summary>
    /// <returns>The lines that it completes.</returns>
    public List<ContainerLogLine> Add(DateTimeOffset time, ReadOnlySpan<byte> piece)
    {
        var lines = new List<ContainerLogLine>();
        while (!piece.IsEmpty)
        {
            if (_open.Count == 0)
            {
                _since = time;
            }

            int end = piece.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = end < 0 ? piece : piece[..end];
            _open.AddRange(part);
            piece = end < 0 ? [] : piece[(end + 1)..];
            if (end >= 0 || _open.Count >= LongestLine)
            {
                lines.Add(Take());
            }
        }

        return lines;
    }

    /// <summary>The line that has no end yet; null where there is none.</summary>
    public ContainerLogLine? Flush() => _open.Count == 0 ? null : Take();

    private ContainerLogLine Take()
    {
        Span<byte> bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_open);
        if (bytes is [.., (byte)'\r'])
        {
            bytes = bytes[..^1];
        }

        var line = new ContainerLogLine(_since, _stream, Encoding.UTF8.GetString(bytes));
        _open.Clear();
        return line;
    }
}
