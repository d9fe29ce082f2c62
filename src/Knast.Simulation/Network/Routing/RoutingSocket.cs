using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Jails;
using Knast.Simulation.Network.Ioctls;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network.Routing;

/// <summary>A socket of the routing family (route(4)): what is written asks, what is read answers and tells.</summary>
internal sealed class RoutingSocket : SocketFile
{
    /// <summary>AF_ROUTE.</summary>
    public const int RoutingFamily = 17;

    private const int BufferSize = 8192;
    private const int SocketLevel = 0xFFFF;
    private const int HearItself = 0x40;
    private const int SetTable = 0x1014;

    private readonly Queue<byte[]> _messages = new();
    private readonly Vnet _vnet;
    private readonly InternetFamily _wanted;
    private bool _hearsItself = true;

    public RoutingSocket(Vnet vnet, Jail jail, int family, OpenFlags flags)
        : base(RoutingFamily, SocketKind.Raw, jail, flags)
    {
        _vnet = vnet;
        _wanted = (InternetFamily)family;
        vnet.Listeners.Add(this);
    }

    public override long ReadableBytes => _messages.Sum(static message => message.Length);

    public override long WritableBytes => BufferSize;

    public override PollEvents Ready =>
        (_messages.Count > 0 ? PollEvents.In | PollEvents.ReadNormal : PollEvents.None) | PollEvents.Out;

    /// <summary>A message about something of a family came; what finds no room is lost.</summary>
    public void Deliver(InternetFamily family, byte[] message)
    {
        bool isWanted = _wanted == 0 || family == 0 || family == _wanted;
        if (isWanted && ReadableBytes + message.Length <= BufferSize)
        {
            _messages.Enqueue(message);
        }
    }

    public override int Send(CallContext call, ReadOnlySpan<byte> bytes, IReadOnlyList<OpenFile> rights, MessageFlags flags, byte[]? to)
    {
        KernelError.Unless(to is null, ErrorCode.EISCONN);
        KernelError.Unless(bytes.Length <= BufferSize, ErrorCode.EMSGSIZE);
        bool isWhole = bytes.Length >= RtMsghdrLayout.Size && BinaryPrimitives.ReadUInt16LittleEndian(bytes) == bytes.Length;
        bool isKnown = isWhole && bytes[RtMsghdrLayout.Version] == RouteMessageEncoding.Version;
        if (!isKnown)
        {
            // Not even an errno can be put into what is not understood.
            Answer(InternetFamily.Unspecified, bytes.ToArray());
            throw new KernelError(isWhole ? ErrorCode.EPROTONOSUPPORT : ErrorCode.EINVAL);
        }

        Run(call, bytes.ToArray());
        return bytes.Length;
    }

    public override Received Receive(CallContext call, Span<byte> bytes, MessageFlags flags)
    {
        bool isNonBlocking = IsNonBlocking || flags.HasFlag(MessageFlags.DontWait);
        bool isReady = call.Wait(() => _messages.Count > 0, isNonBlocking ? Deadline.Now : default);
        KernelError.Unless(isReady, ErrorCode.EAGAIN);
        byte[] message = flags.HasFlag(MessageFlags.Peek) ? _messages.Peek() : _messages.Dequeue();
        int count = Math.Min(message.Length, bytes.Length);
        message.AsSpan(0, count).CopyTo(bytes);
        return new Received(count, count < message.Length ? MessageFlags.Truncated : MessageFlags.None, [], []);
    }

    public override void SetOption(CallContext call, int level, int name, ReadOnlySpan<byte> value)
    {
        KernelError.Unless(level == SocketLevel, ErrorCode.ENOPROTOOPT);
        KernelError.Unless(value.Length >= sizeof(int), ErrorCode.EINVAL);
        int number = BinaryPrimitives.ReadInt32LittleEndian(value);
        KernelError.Unless(name != SetTable || (number >= 0 && number < _vnet.Settings["net.fibs"]), ErrorCode.EINVAL);
        _hearsItself = name == HearItself ? number != 0 : _hearsItself;
    }

    public override long Ioctl(CallContext call, uint request) => InterfaceIoctls.Run(call, _vnet, this, request);

    protected override void Close()
    {
        _vnet.Listeners.Remove(this);
        base.Close();
    }

    private void Run(CallContext call, byte[] message)
    {
        int pid = call.Process.Pid;
        RouteRequest? request = null;
        byte[] reply;
        try
        {
            request = RouteMessageReader.Read(message);
            reply = RouteReply.Done(message, request, Act(call, request), pid);
        }
        catch (KernelError error)
        {
            Answer(FamilyOf(request), RouteReply.Failed(message, request, error, pid));
            throw;
        }

        Answer(FamilyOf(request), reply);
    }

    private RouteResult Act(CallContext call, RouteRequest request)
    {
        if (request.Type != RouteMessageType.Get)
        {
            NetworkPrivilege.Require(call);
        }

        KernelError.Unless(!request.Flags.HasFlag(RouteFlags.LinkData), ErrorCode.EOPNOTSUPP);
        RouteRequest own = RouteMessageReader.WithLoopback(request, _vnet);
        return request.Type switch
        {
            RouteMessageType.Add => RouteAction.Add(_vnet.Routes, own),
            RouteMessageType.Change => RouteAction.Change(_vnet.Routes, own),
            RouteMessageType.Delete => RouteAction.Delete(_vnet.Routes, own),
            RouteMessageType.Get => RouteAction.Get(_vnet.Routes, own),
            _ => throw new KernelError(ErrorCode.EOPNOTSUPP),
        };
    }

    private void Answer(InternetFamily family, byte[] message)
    {
        foreach (RoutingSocket listener in _vnet.Listeners.Where(listener => listener != this || _hearsItself))
        {
            listener.Deliver(family, message);
        }
    }

    private static InternetFamily FamilyOf(RouteRequest? request) =>
        request is null ? InternetFamily.Unspecified : Sockaddr.FamilyOf(request.Destination);
}
