using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Pipes;

/// <summary>An open FIFO (mkfifo(2)).</summary>
internal sealed class FifoFile : NodeFile
{
    private readonly FifoChannel _channel;

    private FifoFile(Node node, OpenFlags flags)
        : base(node, flags)
    {
        _channel = node.Fifo;
        ByteChannel bytes = _channel.Bytes;
        bytes.Readers += CanRead ? 1 : 0;
        bytes.Writers += CanWrite ? 1 : 0;
        _channel.Opened = (_channel.Opened.Readers + (CanRead ? 1 : 0), _channel.Opened.Writers + (CanWrite ? 1 : 0));
    }

    public override int Kind => 4;

    public override long ReadableBytes => _channel.Bytes.Count;

    public override long WritableBytes => _channel.Bytes.Room;

    public override bool IsAtEnd => CanRead && _channel.Bytes.Writers == 0;

    public override PollEvents Ready =>
        (CanRead && _channel.Bytes.Count > 0 ? PollEvents.In | PollEvents.ReadNormal : PollEvents.None)
        | (CanWrite && _channel.Bytes.Readers > 0 && _channel.Bytes.Room > 0 ? PollEvents.Out : PollEvents.None)
        | (IsAtEnd || (CanWrite && _channel.Bytes.Readers == 0) ? PollEvents.HangUp : PollEvents.None);

    /// <summary>Opens one, waiting for the other side as open(2) says.</summary>
    /// <exception cref="KernelError">ENXIO: for writing, without waiting, and nobody reads.</exception>
    public static FifoFile Open(CallContext call, Node node, OpenFlags flags)
    {
        FifoChannel channel = node.Fifo;
        bool isWriter = (flags & OpenFlags.AccessMode) == OpenFlags.WriteOnly;
        bool isReader = (flags & OpenFlags.AccessMode) == OpenFlags.ReadOnly;
        KernelError.Unless(!isWriter || !flags.HasFlag(OpenFlags.NonBlocking) || channel.Bytes.Readers > 0, ErrorCode.ENXIO);
        (long readers, long writers) = channel.Opened;
        var file = new FifoFile(node, flags);
        file.Hold();
        call.Machine.Changed();
        try
        {
            bool waits = !flags.HasFlag(OpenFlags.NonBlocking) && ((isWriter && channel.Bytes.Readers == 0) || (isReader && channel.Bytes.Writers == 0));
            if (waits)
            {
                call.Wait(() => isWriter ? channel.Opened.Readers > readers : channel.Opened.Writers > writers);
            }
        }
        catch (KernelError)
        {
            file.Release();
            throw;
        }

        file.ForgetHold();
        return file;
    }

    public override int Read(CallContext call, Span<byte> bytes, long? offset) => ChannelTransfer.Read(call, _channel.Bytes, bytes, IsNonBlocking);

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset) =>
        ChannelTransfer.Write(call, _channel.Bytes, bytes, IsNonBlocking);

    public override long Seek(long offset, int whence) => throw new KernelError(ErrorCode.ESPIPE);

    protected override void Close()
    {
        _channel.Bytes.Readers -= CanRead ? 1 : 0;
        _channel.Bytes.Writers -= CanWrite ? 1 : 0;
        base.Close();
    }
}
