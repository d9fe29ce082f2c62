using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfioc_nv (netpfil/pf/pf.h).</summary>
[AbiStruct("pfioc_nv")]
internal static class PfiocNvLayout
{
    [AbiSize]
    public const int Size = 24;

    [AbiField("data", 8)]
    public const int Data = 0;

    [AbiField("len", 8)]
    public const int Length = 8;

    [AbiField("size", 8)]
    public const int Capacity = 16;
}
