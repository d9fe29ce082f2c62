using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfr_table (net/pfvar.h).</summary>
[AbiStruct("pfr_table")]
internal static class PfrTableLayout
{
    [AbiSize]
    public const int Size = 1064;

    [AbiField("pfrt_anchor", 1024)]
    public const int Anchor = 0;

    [AbiField("pfrt_name", 32)]
    public const int Name = 1024;

    [AbiField("pfrt_flags", 4)]
    public const int Flags = 1056;
}
