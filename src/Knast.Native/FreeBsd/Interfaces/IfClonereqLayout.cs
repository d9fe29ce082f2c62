using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct if_clonereq (net/if.h).</summary>
[AbiStruct("if_clonereq")]
internal static class IfClonereqLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("ifcr_total", 4)]
    public const int Total = 0;

    [AbiField("ifcr_count", 4)]
    public const int Count = 4;

    [AbiField("ifcr_buffer", 8)]
    public const int Buffer = 8;
}
