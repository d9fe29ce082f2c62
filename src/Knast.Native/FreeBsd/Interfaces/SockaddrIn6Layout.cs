using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct sockaddr_in6 (netinet6/in6.h).</summary>
[AbiStruct("sockaddr_in6")]
internal static class SockaddrIn6Layout
{
    [AbiSize]
    public const int Size = 28;

    [AbiField("sin6_len", 1)]
    public const int Length = 0;

    [AbiField("sin6_family", 1)]
    public const int Family = 1;

    [AbiField("sin6_port", 2)]
    public const int Port = 2;

    [AbiField("sin6_addr", 16)]
    public const int Address = 8;

    [AbiField("sin6_scope_id", 4)]
    public const int Scope = 24;
}
