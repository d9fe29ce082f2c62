using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifconf (net/if.h).</summary>
[AbiStruct("ifconf")]
internal static class IfconfLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("ifc_len", 4)]
    public const int Length = 0;

    [AbiField("ifc_ifcu.ifcu_buf", 8)]
    public const int Buffer = 8;
}
