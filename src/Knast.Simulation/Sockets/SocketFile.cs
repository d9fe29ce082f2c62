using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;

namespace Knast.Simulation.Sockets;

/// <summary>A socket of any family.</summary>
internal abstract class SocketFile(int family, SocketKind type, Jail jail, OpenFlags flags) : OpenFile(OpenFlags.ReadWrite | flags)
{
    public int Family { get; } = family;

    public SocketKind Type { get; } = type;

    /// <summary>The jail in which it was made, whose network it belongs to.</summary>
    public Jail Jail { get; } = jail;

    public override int Kind => 2;

    /// <summary>bind(2).</summary>
    public virtual void Bind(CallContext call, ReadOnlySpan<byte> address) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>connect(2).</summary>
    public virtual void Connect(CallContext call, ReadOnlySpan<byte> address) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>listen(2).</summary>
    public virtual void Listen(int backlog) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>accept(2).</summary>
    public virtual SocketFile Accept(CallContext call, OpenFlags flags) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>shutdown(2).</summary>
    public virtual void Shutdown(int how) => throw new KernelError(ErrorCode.ENOTCONN);

    /// <summary>The own address.</summary>
    public virtual byte[] Name => [16, (byte)Family, .. new byte[14]];

    /// <summary>The other side's address.</summary>
    public virtual byte[] PeerName => throw new KernelError(ErrorCode.ENOTCONN);

    /// <summary>Sends a message.</summary>
    public abstract int Send(CallContext call, ReadOnlySpan<byte> bytes, IReadOnlyList<OpenFile> rights, MessageFlags flags, byte[]? to);

    /// <summary>Receives a message.</summary>
    public abstract Received Receive(CallContext call, Span<byte> bytes, MessageFlags flags);

    /// <summary>getsockopt(2).</summary>
    public virtual byte[] GetOption(int level, int name) => (level, name) switch
    {
        (0xffff, 0x1008) => BitConverter.GetBytes((int)Type),
        (0xffff, 0x1007) => new byte[4],
        (0xffff, 0x1001 or 0x1002) => BitConverter.GetBytes(65536),
        _ => throw new KernelError(ErrorCode.ENOPROTOOPT),
    };

    /// <summary>setsockopt(2).</summary>
    public virtual void SetOption(CallContext call, int level, int name, ReadOnlySpan<byte> value) =>
        KernelError.Unless(level == 0xffff, ErrorCode.ENOPROTOOPT);

    public override int Read(CallContext call, Span<byte> bytes, long? offset)
    {
        KernelError.Unless(offset is null, ErrorCode.ESPIPE);
        Received received = Receive(call, bytes, MessageFlags.None);
        foreach (OpenFile right in received.Rights)
        {
            right.Release();
        }

        return received.Count;
    }

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset)
    {
        KernelError.Unless(offset is null, ErrorCode.ESPIPE);
        return Send(call, bytes, [], MessageFlags.None, null);
    }

    public override StatRecord Stat() => new() { Type = FileType.Socket, Mode = 0x1FF };
}
