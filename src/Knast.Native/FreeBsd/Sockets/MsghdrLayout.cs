using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>struct msghdr (sys/socket.h).</summary>
[AbiStruct("msghdr")]
internal static class MsghdrLayout
{
    [AbiSize]
    public const int Size = 48;

    [AbiField("msg_iov", 8)]
    public const int Vector = 16;

    [AbiField("msg_iovlen", 4)]
    public const int VectorLength = 24;

    [AbiField("msg_control", 8)]
    public const int Control = 32;

    [AbiField("msg_controllen", 4)]
    public const int ControlLength = 40;
}
