using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Terminals;

/// <summary>The side of a pseudo terminal that processes read from and write to.</summary>
internal sealed class TerminalFile : OpenFile
{
    private readonly Terminal _terminal;

    public TerminalFile(Terminal terminal, OpenFlags flags)
        : base(flags)
    {
        _terminal = terminal;
        terminal.OpenCount++;
        terminal.WasOpened = true;
    }

    public override int Kind => 1;

    public override PollEvents Ready =>
        (_terminal.ToSlave.Count > 0 || _terminal.IsHungUp || _terminal.IsAtEnd ? PollEvents.In | PollEvents.ReadNormal : PollEvents.None)
        | (_terminal.ToMaster.Room > 1 ? PollEvents.Out : PollEvents.None) | (_terminal.IsHungUp ? PollEvents.HangUp : PollEvents.None);

    public override long ReadableBytes => _terminal.ToSlave.Count;

    public override long WritableBytes => _terminal.ToMaster.Room;

    public override bool IsAtEnd => _terminal.IsHungUp;

    public override int Read(CallContext call, Span<byte> bytes, long? offset)
    {
        bool isReady = call.Wait(
            () => _terminal.ToSlave.Count > 0 || _terminal.IsHungUp || _terminal.IsAtEnd, IsNonBlocking ? Deadline.Now : default);
        KernelError.Unless(isReady, ErrorCode.EAGAIN);
        if (_terminal.ToSlave.Count == 0)
        {
            _terminal.IsAtEnd = false;
        }

        return _terminal.ToSlave.Take(bytes);
    }

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset)
    {
        int done = 0;
        while (done < bytes.Length)
        {
            bool isReady = call.Wait(() => _terminal.ToMaster.Room > 1 || _terminal.IsHungUp, IsNonBlocking ? Deadline.Now : default);
            KernelError.Unless(!_terminal.IsHungUp, ErrorCode.ENXIO);
            if (!isReady)
            {
                return done > 0 ? done : throw new KernelError(ErrorCode.EAGAIN);
            }

            done += _terminal.Show(bytes[done..]);
            call.Machine.Changed();
        }

        return done;
    }

    public override long Ioctl(CallContext call, uint request) => TerminalRequests.Run(call, _terminal, request);

    public override StatRecord Stat() => new() { Type = FileType.CharacterDevice, Mode = _terminal.Device.Mode, LinkCount = 1 };

    protected override void Close()
    {
        _terminal.OpenCount--;
        _terminal.Settle();
    }
}
