using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfioc_table (net/pfvar.h).</summary>
[AbiStruct("pfioc_table")]
internal static class PfiocTableLayout
{
    [AbiSize]
    public const int Size = 1104;

    [AbiField("pfrio_table", 1064)]
    public const int Table = 0;

    [AbiField("pfrio_buffer", 8)]
    public const int Buffer = 1064;

    [AbiField("pfrio_esize", 4)]
    public const int ElementSize = 1072;

    [AbiField("pfrio_size", 4)]
    public const int Count = 1076;

    [AbiField("pfrio_size2", 4)]
    public const int SecondCount = 1080;

    [AbiField("pfrio_nadd", 4)]
    public const int Added = 1084;

    [AbiField("pfrio_ndel", 4)]
    public const int Deleted = 1088;

    [AbiField("pfrio_nchange", 4)]
    public const int Changed = 1092;

    [AbiField("pfrio_flags", 4)]
    public const int Flags = 1096;

    [AbiField("pfrio_ticket", 4)]
    public const int Ticket = 1100;
}
