using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct sockaddr (sys/socket.h).</summary>
[AbiStruct("sockaddr")]
internal static class SockaddrLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("sa_len", 1)]
    public const int Length = 0;

    [AbiField("sa_family", 1)]
    public const int Family = 1;

    [AbiField("sa_data", 14)]
    public const int Data = 2;
}
