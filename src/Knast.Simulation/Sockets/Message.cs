using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Sockets;

/// <summary>A piece of what was sent to a socket.</summary>
internal sealed class Message(byte[] bytes, IReadOnlyList<OpenFile> rights, bool endsRecord)
{
    private int _taken;

    /// <summary>What is left of the bytes.</summary>
    public ReadOnlySpan<byte> Rest => bytes.AsSpan(_taken);

    /// <summary>Descriptors that come along; empty once they were taken.</summary>
    public IReadOnlyList<OpenFile> Rights { get; private set; } = rights;

    /// <summary>Whether it was sent with MSG_EOR.</summary>
    public bool EndsRecord { get; } = endsRecord;

    /// <summary>The address of the sender, for datagrams.</summary>
    public byte[] From { get; init; } = [];

    public void Take(int count) => _taken += count;

    public IReadOnlyList<OpenFile> TakeRights()
    {
        IReadOnlyList<OpenFile> taken = Rights;
        Rights = [];
        return taken;
    }
}
