using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct sockaddr_in (netinet/in.h).</summary>
[AbiStruct("sockaddr_in")]
internal static class SockaddrInLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("sin_len", 1)]
    public const int Length = 0;

    [AbiField("sin_family", 1)]
    public const int Family = 1;

    [AbiField("sin_port", 2)]
    public const int Port = 2;

    [AbiField("sin_addr", 4)]
    public const int Address = 4;
}
