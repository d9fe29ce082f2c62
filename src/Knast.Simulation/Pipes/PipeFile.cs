using Knast.Native.Files;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Pipes;

/// <summary>One end of a pipe; FreeBSD's go both ways (pipe(2)).</summary>
internal sealed class PipeFile : OpenFile
{
    private const int Capacity = 65536;

    private readonly ByteChannel _incoming;
    private readonly ByteChannel _outgoing;

    private PipeFile(ByteChannel incoming, ByteChannel outgoing, OpenFlags flags)
        : base(OpenFlags.ReadWrite | flags)
    {
        _incoming = incoming;
        _outgoing = outgoing;
        _incoming.Readers++;
        _outgoing.Writers++;
    }

    public override int Kind => 3;

    public override long ReadableBytes => _incoming.Count;

    public override long WritableBytes => _outgoing.Room;

    public override bool IsAtEnd => _incoming.Writers == 0;

    public override PollEvents Ready =>
        (_incoming.Count > 0 || IsAtEnd ? PollEvents.In | PollEvents.ReadNormal : PollEvents.None)
        | (_outgoing.Readers > 0 && _outgoing.Room > 0 ? PollEvents.Out : PollEvents.None)
        | (IsAtEnd ? PollEvents.HangUp : PollEvents.None);

    /// <summary>Makes both ends.</summary>
    public static (PipeFile Read, PipeFile Write) NewPair(OpenFlags flags)
    {
        var forward = new ByteChannel(Capacity);
        var backward = new ByteChannel(Capacity);
        return (new PipeFile(forward, backward, flags), new PipeFile(backward, forward, flags));
    }

    public override int Read(CallContext call, Span<byte> bytes, long? offset) => ChannelTransfer.Read(call, _incoming, bytes, IsNonBlocking);

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset) =>
        ChannelTransfer.Write(call, _outgoing, bytes, IsNonBlocking);

    public override StatRecord Stat() => new() { Type = FileType.Fifo, Size = _incoming.Count, LinkCount = 1 };

    protected override void Close()
    {
        _incoming.Readers--;
        _outgoing.Writers--;
    }
}
