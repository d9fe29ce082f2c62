using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Jails;
using Knast.Simulation.Network.Ioctls;
using Knast.Simulation.Network.Routing;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network.Sockets;

/// <summary>
/// An IPv4 or IPv6 socket. It belongs to the vnet in which it was made, wherever its descriptor travels, and asks and changes that vnet's interfaces. It carries
/// no packets: nobody is ever reached, and nobody comes.
/// </summary>
internal sealed class InternetSocket(Vnet vnet, Jail jail, int family, SocketKind type, OpenFlags flags) : SocketFile(family, type, jail, flags)
{
    private const int SocketLevel = 0xFFFF;
    private const int SetTable = 0x1014;

    private byte[]? _name;
    private bool _isListening;

    public override long WritableBytes => 1;

    public override PollEvents Ready => Type == SocketKind.Stream && !_isListening ? PollEvents.Out | PollEvents.HangUp : PollEvents.Out;

    public override byte[] Name => _name ?? [(byte)NameLength, (byte)Family, .. new byte[NameLength - 2]];

    private int NameLength => Sockaddr.LengthOf((InternetFamily)Family);

    /// <summary>bind(2): to an address of the vnet, or to all.</summary>
    /// <exception cref="KernelError">EINVAL, EAFNOSUPPORT, EADDRNOTAVAIL, EADDRINUSE.</exception>
    public override void Bind(CallContext call, ReadOnlySpan<byte> address)
    {
        KernelError.Unless(_name is null && address.Length == NameLength, ErrorCode.EINVAL);
        KernelError.Unless(address[SockaddrLayout.Family] == Family, ErrorCode.EAFNOSUPPORT);
        byte[] name = address.ToArray();
        name[SockaddrLayout.Length] = (byte)name.Length;
        IPAddress own = Sockaddr.Read(name)!;
        bool isHere = own.Equals(IPAddress.Any) || own.Equals(IPAddress.IPv6Any)
            || vnet.Interfaces.Any(one => one.Addresses.Exists(known => known.Address.Equals(own)));
        KernelError.Unless(isHere, ErrorCode.EADDRNOTAVAIL);
        vnet.Ports.Take(this, name, own);
        _name = name;
    }

    public override void Listen(int backlog)
    {
        KernelError.Unless(Type == SocketKind.Stream, ErrorCode.EOPNOTSUPP);
        _isListening = true;
    }

    /// <summary>connect(2): nobody listens on this machine's addresses, and there is no other machine.</summary>
    /// <exception cref="KernelError">ECONNREFUSED, ENETUNREACH.</exception>
    public override void Connect(CallContext call, ReadOnlySpan<byte> address)
    {
        KernelError.Unless(address.Length >= SockaddrLayout.Size && address[SockaddrLayout.Family] == Family, ErrorCode.EAFNOSUPPORT);
        throw new KernelError(HasRouteTo(address) ? ErrorCode.ECONNREFUSED : ErrorCode.ENETUNREACH);
    }

    /// <summary>send(2): a datagram leaves if the packet filter lets it, and reaches nobody.</summary>
    /// <exception cref="KernelError">EDESTADDRREQ, ENOTCONN, ENETUNREACH; EACCES: the packet filter stopped it.</exception>
    public override int Send(CallContext call, ReadOnlySpan<byte> bytes, IReadOnlyList<OpenFile> rights, MessageFlags flags, byte[]? to)
    {
        KernelError.Unless(to is not null, Type == SocketKind.Datagram ? ErrorCode.EDESTADDRREQ : ErrorCode.ENOTCONN);
        KernelError.Unless(to!.Length >= SockaddrLayout.Size && to[SockaddrLayout.Family] == Family, ErrorCode.EAFNOSUPPORT);
        IPAddress there = Sockaddr.Read(to)!;
        NextHop hop = vnet.Routes.Lookup(there) ?? throw new KernelError(ErrorCode.ENETUNREACH);
        if (Type == SocketKind.Datagram)
        {
            TakePort();
            int port = BinaryPrimitives.ReadUInt16BigEndian(to.AsSpan(SockaddrInLayout.Port));
            var packet = new DatagramPath(vnet, hop, Source(hop), new IPEndPoint(there, port), bytes.Length);
            KernelError.Unless(packet.IsOpen, ErrorCode.EACCES);
        }

        return bytes.Length;
    }

    public override Received Receive(CallContext call, Span<byte> bytes, MessageFlags flags)
    {
        KernelError.Unless(Type != SocketKind.Stream, ErrorCode.ENOTCONN);
        bool isNonBlocking = IsNonBlocking || flags.HasFlag(MessageFlags.DontWait);
        call.Wait(static () => false, isNonBlocking ? Deadline.Now : default);
        throw new KernelError(ErrorCode.EAGAIN);
    }

    public override void SetOption(CallContext call, int level, int name, ReadOnlySpan<byte> value)
    {
        bool isTable = level == SocketLevel && name == SetTable;
        KernelError.Unless(!isTable || value.Length >= sizeof(int), ErrorCode.EINVAL);
        int number = isTable ? BinaryPrimitives.ReadInt32LittleEndian(value) : 0;
        KernelError.Unless(number >= 0 && number < vnet.Settings["net.fibs"], ErrorCode.EINVAL);
    }

    public override long Ioctl(CallContext call, uint request) => InterfaceIoctls.Run(call, vnet, this, request);

    protected override void Close()
    {
        vnet.Ports.Release(this);
        base.Close();
    }

    // A socket without a name gets a port with the first that it sends.
    private void TakePort()
    {
        if (_name is null)
        {
            byte[] name = new byte[NameLength];
            Sockaddr.Write(name, (InternetFamily)Family == InternetFamily.IPv4 ? IPAddress.Any : IPAddress.IPv6Any);
            vnet.Ports.Take(this, name, Sockaddr.Read(name)!);
            _name = name;
        }
    }

    private IPEndPoint Source(NextHop hop)
    {
        IPAddress own = Sockaddr.Read(_name)!;
        bool isAny = own.Equals(IPAddress.Any) || own.Equals(IPAddress.IPv6Any);
        int port = BinaryPrimitives.ReadUInt16BigEndian(_name.AsSpan(SockaddrInLayout.Port));
        return new IPEndPoint(isAny ? hop.Source?.Address ?? own : own, port);
    }

    private bool HasRouteTo(ReadOnlySpan<byte> address) => Sockaddr.Read(address) is { } there && vnet.Routes.Lookup(there) is not null;
}
