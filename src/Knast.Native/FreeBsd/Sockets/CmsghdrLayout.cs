using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>struct cmsghdr (sys/socket.h); its data begins at the next multiple of 8 (machine/param.h, _ALIGN).</summary>
[AbiStruct("cmsghdr")]
internal static class CmsghdrLayout
{
    [AbiField("cmsg_len", 4)]
    public const int Length = 0;

    [AbiField("cmsg_level", 4)]
    public const int Level = 4;

    [AbiField("cmsg_type", 4)]
    public const int Type = 8;

    [AbiConstant("SOL_SOCKET")]
    public const int SocketLevel = 0xFFFF;

    [AbiConstant("SCM_RIGHTS")]
    public const int Rights = 1;
}
