namespace Knast.Simulation.Pipes;

/// <summary>Bytes on their way from writers to readers.</summary>
internal sealed class ByteChannel(int capacity)
{
    private readonly Queue<byte> _bytes = new();

    /// <summary>Open ends for reading.</summary>
    public int Readers { get; set; }

    /// <summary>Open ends for writing.</summary>
    public int Writers { get; set; }

    public int Count => _bytes.Count;

    public int Room => capacity - _bytes.Count;

    public int Take(Span<byte> to)
    {
        int count = Math.Min(to.Length, _bytes.Count);
        for (int index = 0; index < count; index++)
        {
            to[index] = _bytes.Dequeue();
        }

        return count;
    }

    public int Put(ReadOnlySpan<byte> from)
    {
        int count = Math.Min(from.Length, Room);
        foreach (byte one in from[..count])
        {
            _bytes.Enqueue(one);
        }

        return count;
    }
}
