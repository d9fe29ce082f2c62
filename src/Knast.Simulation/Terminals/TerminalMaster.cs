using System.Buffers.Binary;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Terminals;

/// <summary>The side of a pseudo terminal of whoever shows it (posix_openpt(2)).</summary>
internal sealed class TerminalMaster(Terminal terminal, OpenFlags flags) : OpenFile(flags)
{
    private const uint GetNumber = 0x4004740F;
    private const uint IsMaster = 0x2000741C;

    public override int Kind => 10;

    public override bool IsAtEnd => terminal is { WasOpened: true, OpenCount: 0 };

    public override long ReadableBytes => terminal.ToMaster.Count;

    public override long WritableBytes => terminal.ToSlave.Room;

    public override PollEvents Ready =>
        (terminal.ToMaster.Count > 0 || IsAtEnd ? PollEvents.In | PollEvents.ReadNormal : PollEvents.None)
        | (terminal.ToSlave.Room > 0 ? PollEvents.Out : PollEvents.None) | (IsAtEnd ? PollEvents.HangUp : PollEvents.None);

    public override int Read(CallContext call, Span<byte> bytes, long? offset)
    {
        bool isReady = call.Wait(() => terminal.ToMaster.Count > 0 || IsAtEnd, IsNonBlocking ? Deadline.Now : default);
        return isReady ? terminal.ToMaster.Take(bytes) : throw new KernelError(ErrorCode.EAGAIN);
    }

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset)
    {
        terminal.Type(bytes);
        return bytes.Length;
    }

    public override long Ioctl(CallContext call, uint request)
    {
        switch (request)
        {
            case GetNumber:
                BinaryPrimitives.WriteInt32LittleEndian(call.Memory.Write(call.Address(2), 4), terminal.Number);
                return 0;
            case IsMaster:
                return 0;
            default:
                return TerminalRequests.Run(call, terminal, request);
        }
    }

    public override StatRecord Stat() => new() { Type = FileType.CharacterDevice, Mode = terminal.Device.Mode, LinkCount = 1 };

    protected override void Close() => terminal.HangUp();
}
