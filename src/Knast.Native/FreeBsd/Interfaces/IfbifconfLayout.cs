using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifbifconf (net/if_bridgevar.h).</summary>
[AbiStruct("ifbifconf")]
internal static class IfbifconfLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("ifbic_len", 4)]
    public const int Length = 0;

    [AbiField("ifbic_ifbicu.ifbicu_buf", 8)]
    public const int Buffer = 8;
}
