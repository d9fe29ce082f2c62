using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>Kinds and flags of sockets (socket(2), sys/socket.h).</summary>
[Flags]
public enum SocketKind
{
    /// <summary>SOCK_STREAM.</summary>
    [AbiConstant("SOCK_STREAM")]
    Stream = 1,

    /// <summary>SOCK_DGRAM.</summary>
    [AbiConstant("SOCK_DGRAM")]
    Datagrams = 2,

    /// <summary>SOCK_RAW.</summary>
    [AbiConstant("SOCK_RAW")]
    Raw = 3,

    /// <summary>SOCK_SEQPACKET.</summary>
    [AbiConstant("SOCK_SEQPACKET")]
    SequencedPackets = 5,

    /// <summary>SOCK_CLOEXEC; always added.</summary>
    [AbiConstant("SOCK_CLOEXEC")]
    CloseOnExec = 0x10000000,

    /// <summary>SOCK_NONBLOCK.</summary>
    [AbiConstant("SOCK_NONBLOCK")]
    NonBlocking = 0x20000000,
}
