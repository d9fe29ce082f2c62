using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifdrv (net/if.h).</summary>
[AbiStruct("ifdrv")]
internal static class IfdrvLayout
{
    [AbiSize]
    public const int Size = 40;

    [AbiField("ifd_name", 16)]
    public const int Name = 0;

    [AbiField("ifd_cmd", 8)]
    public const int Command = 16;

    [AbiField("ifd_len", 8)]
    public const int Length = 24;

    [AbiField("ifd_data", 8)]
    public const int Data = 32;
}
