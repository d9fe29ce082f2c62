using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfioc_trans (net/pfvar.h).</summary>
[AbiStruct("pfioc_trans")]
internal static class PfiocTransLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("size", 4)]
    public const int Count = 0;

    [AbiField("esize", 4)]
    public const int ElementSize = 4;

    [AbiField("array", 8)]
    public const int Array = 8;
}
