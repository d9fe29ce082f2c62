using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;
using Knast.Simulation.Network;
using Knast.Simulation.Network.Ioctls;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Sockets;

/// <summary>A socket of this machine's own (unix(4)).</summary>
internal sealed class UnixSocket : SocketFile
{
    /// <summary>AF_UNIX.</summary>
    public const int UnixFamily = 1;

    private const int LongestPath = 104;

    private readonly bool _is15;
    private readonly Queue<UnixSocket> _waiting = new();
    private UnixSocket? _peer;
    private string? _path;
    private Node? _node;
    private bool _isListening;
    private bool _isWriteShut;
    private bool _wasConnected;

    public UnixSocket(SocketKind type, Jail jail, OpenFlags flags, bool is15)
        : base(UnixFamily, type, jail, flags)
    {
        _is15 = is15;
        Incoming = new MessageQueue(type, is15);
    }

    /// <summary>What was sent to it.</summary>
    public MessageQueue Incoming { get; }

    public override long ReadableBytes => _isListening ? _waiting.Count : Incoming.ByteCount;

    public override long WritableBytes => _peer is { } peer ? Math.Max(0, BufferSize - peer.Incoming.ByteCount) : 0;

    public override bool IsAtEnd => _wasConnected && Type != SocketKind.Datagram && (_peer is null || _peer._isWriteShut);

    public override PollEvents Ready =>
        ((_isListening ? _waiting.Count > 0 : !Incoming.IsEmpty || IsAtEnd) ? PollEvents.In | PollEvents.ReadNormal : PollEvents.None)
        | (WritableBytes > 0 || IsAtEnd ? PollEvents.Out : PollEvents.None)
        | (IsAtEnd && (_peer is null || _isWriteShut) ? PollEvents.HangUp : PollEvents.None);

    public override byte[] Name => Address(_path);

    public override byte[] PeerName => _peer is { } peer ? Address(peer._path) : throw new KernelError(ErrorCode.ENOTCONN);

    private int BufferSize => _is15 ? 65536 : 8192;

    /// <summary>Makes two that are connected (socketpair(2)).</summary>
    public static (UnixSocket, UnixSocket) NewPair(SocketKind type, Jail jail, OpenFlags flags, bool is15)
    {
        var first = new UnixSocket(type, jail, flags, is15);
        var second = new UnixSocket(type, jail, flags, is15);
        Join(first, second);
        return (first, second);
    }

    /// <summary>Any socket asks about the interfaces of its vnet.</summary>
    public override long Ioctl(CallContext call, uint request) => InterfaceIoctls.Run(call, MachineNetwork.From(call).Of(Jail), this, request);

    public override void Bind(CallContext call, ReadOnlySpan<byte> address) => BindAt(call, -100, address);

    /// <summary>bindat(2).</summary>
    public void BindAt(CallContext call, int directory, ReadOnlySpan<byte> address)
    {
        KernelError.Unless(_path is null, ErrorCode.EINVAL);
        string path = PathOf(address);
        Found found = call.Find(directory, path, LookupFlags.Create);
        KernelError.Unless(found.Node is null, ErrorCode.EADDRINUSE);
        _node = MakeCalls.Make(call, found, FileType.Socket, 0x1FF & ~call.Process.Umask);
        _node.Socket = this;
        _path = path;
    }

    public override void Connect(CallContext call, ReadOnlySpan<byte> address) => ConnectAt(call, -100, address);

    /// <summary>connectat(2).</summary>
    public void ConnectAt(CallContext call, int directory, ReadOnlySpan<byte> address)
    {
        KernelError.Unless(_peer is null, ErrorCode.EISCONN);
        Node node = call.Find(directory, PathOf(address), LookupFlags.Follow).Required;
        KernelError.Unless(node.Type == FileType.Socket, ErrorCode.ENOTSOCK);
        new Access(call.Process.Credentials).Require(node, Access.Write);
        UnixSocket other = node.Socket ?? throw new KernelError(ErrorCode.ECONNREFUSED);
        KernelError.Unless(other.Type == Type, ErrorCode.EPROTOTYPE);
        if (Type == SocketKind.Datagram)
        {
            _peer = other;
            return;
        }

        KernelError.Unless(other._isListening, ErrorCode.ECONNREFUSED);
        var accepted = new UnixSocket(Type, other.Jail, OpenFlags.ReadOnly, _is15) { _path = other._path };
        Join(this, accepted);
        other._waiting.Enqueue(accepted);
    }

    public override void Listen(int backlog)
    {
        KernelError.Unless(Type != SocketKind.Datagram, ErrorCode.EOPNOTSUPP);
        KernelError.Unless(_path is not null, ErrorCode.EDESTADDRREQ);
        KernelError.Unless(_peer is null, ErrorCode.EINVAL);
        _isListening = true;
    }

    public override SocketFile Accept(CallContext call, OpenFlags flags)
    {
        KernelError.Unless(_isListening, ErrorCode.EINVAL);
        bool isReady = call.Wait(() => _waiting.Count > 0, IsNonBlocking ? Deadline.Now : default);
        KernelError.Unless(isReady, ErrorCode.EAGAIN);
        UnixSocket accepted = _waiting.Dequeue();
        accepted.Flags |= flags;
        return accepted;
    }

    public override void Shutdown(int how)
    {
        KernelError.Unless(_wasConnected, ErrorCode.ENOTCONN);
        _isWriteShut |= how is 1 or 2;
    }

    public override int Send(CallContext call, ReadOnlySpan<byte> bytes, IReadOnlyList<OpenFile> rights, MessageFlags flags, byte[]? to)
    {
        UnixSocket peer = Peer(call, flags, to);
        bool isWhole = Type == SocketKind.Datagram || (Type == SocketKind.SequencedPacket && !_is15);
        KernelError.Unless(!isWhole || bytes.Length <= BufferSize, ErrorCode.EMSGSIZE);
        bool isNonBlocking = IsNonBlocking || flags.HasFlag(MessageFlags.DontWait);
        int done = 0;
        do
        {
            int needed = isWhole ? bytes.Length : Math.Min(1, bytes.Length);
            bool isReady = call.Wait(() => peer.IsClosed || BufferSize - peer.Incoming.ByteCount >= needed, isNonBlocking ? Deadline.Now : default);
            RequirePeer(call, flags, !peer.IsClosed);
            if (!isReady)
            {
                return done > 0 ? done : throw new KernelError(ErrorCode.EAGAIN);
            }

            int count = Math.Min(bytes.Length - done, BufferSize - peer.Incoming.ByteCount);
            bool isLast = done + count == bytes.Length;
            peer.Incoming.Add(new Message(
                bytes.Slice(done, count).ToArray(), done == 0 ? [.. rights.Select(static right => right.Hold())] : [],
                isLast && flags.HasFlag(MessageFlags.EndOfRecord))
            { From = Name });
            done += count;
            call.Machine.Changed();
        }
        while (done < bytes.Length);
        return done;
    }

    public override Received Receive(CallContext call, Span<byte> bytes, MessageFlags flags)
    {
        KernelError.Unless(_wasConnected || Type == SocketKind.Datagram, ErrorCode.ENOTCONN);
        bool isNonBlocking = IsNonBlocking || flags.HasFlag(MessageFlags.DontWait);
        bool isReady = call.Wait(() => !Incoming.IsEmpty || IsAtEnd, isNonBlocking ? Deadline.Now : default);
        KernelError.Unless(isReady, ErrorCode.EAGAIN);
        return Incoming.IsEmpty ? new Received(0, MessageFlags.None, [], []) : Incoming.Take(bytes, flags.HasFlag(MessageFlags.Peek));
    }

    protected override void Close()
    {
        if (_peer is { } peer && peer._peer == this)
        {
            peer._peer = null;
        }

        foreach (UnixSocket waiting in _waiting)
        {
            waiting.Hold().Release();
        }

        _peer = null;
        Incoming.Clear();
        if (_node is { } node)
        {
            node.Socket = null;
        }
    }

    private static void Join(UnixSocket first, UnixSocket second)
    {
        (first._peer, second._peer) = (second, first);
        first._wasConnected = second._wasConnected = true;
    }

    private static byte[] Address(string? path)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(path ?? "");
        byte[] address = new byte[path is null ? 16 : 2 + bytes.Length + 1];
        address[0] = (byte)address.Length;
        address[1] = UnixFamily;
        bytes.CopyTo(address, 2);
        return address;
    }

    private static string PathOf(ReadOnlySpan<byte> address)
    {
        KernelError.Unless(address.Length > 2 && address[1] == UnixFamily, ErrorCode.EINVAL);
        ReadOnlySpan<byte> path = address[2..];
        int end = path.IndexOf((byte)0);
        path = end < 0 ? path : path[..end];
        KernelError.Unless(path.Length is > 0 and <= LongestPath, ErrorCode.EINVAL);
        return Encoding.Latin1.GetString(path);
    }

    private UnixSocket Peer(CallContext call, MessageFlags flags, byte[]? to)
    {
        if (Type == SocketKind.Datagram && to is not null)
        {
            Node node = call.Find(-100, PathOf(to), LookupFlags.Follow).Required;
            return node.Socket is { Type: SocketKind.Datagram } other ? other : throw new KernelError(ErrorCode.ECONNREFUSED);
        }

        KernelError.Unless(_wasConnected || _peer is not null, ErrorCode.ENOTCONN);
        RequirePeer(call, flags, _peer is not null && !_isWriteShut);
        return _peer!;
    }

    private static void RequirePeer(CallContext call, MessageFlags flags, bool isThere)
    {
        if (!isThere)
        {
            if (!flags.HasFlag(MessageFlags.NoSignal))
            {
                call.Process.Signals.Post(Signal.Pipe);
            }

            throw new KernelError(ErrorCode.EPIPE);
        }
    }
}
