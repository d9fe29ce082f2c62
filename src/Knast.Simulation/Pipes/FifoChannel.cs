namespace Knast.Simulation.Pipes;

/// <summary>What a FIFO of the tree leads through.</summary>
internal sealed class FifoChannel
{
    private const int Capacity = 65536;

    public ByteChannel Bytes { get; } = new(Capacity);

    /// <summary>How often it was opened for reading and for writing: an open waits for the other side to come, even if it leaves again at once.</summary>
    public (long Readers, long Writers) Opened { get; set; }
}
