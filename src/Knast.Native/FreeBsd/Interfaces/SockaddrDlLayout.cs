using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct sockaddr_dl (net/if_dl.h).</summary>
[AbiStruct("sockaddr_dl")]
internal static class SockaddrDlLayout
{
    [AbiSize]
    public const int Size = 54;

    [AbiField("sdl_len", 1)]
    public const int Length = 0;

    [AbiField("sdl_family", 1)]
    public const int Family = 1;

    [AbiField("sdl_index", 2)]
    public const int Index = 2;

    [AbiField("sdl_type", 1)]
    public const int Type = 4;

    [AbiField("sdl_nlen", 1)]
    public const int NameLength = 5;

    [AbiField("sdl_alen", 1)]
    public const int AddressLength = 6;

    [AbiField("sdl_data", 46)]
    public const int Data = 8;
}
