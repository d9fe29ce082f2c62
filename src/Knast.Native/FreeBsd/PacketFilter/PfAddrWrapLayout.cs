using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pf_addr_wrap (netpfil/pf/pf.h).</summary>
[AbiStruct("pf_addr_wrap")]
internal static class PfAddrWrapLayout
{
    [AbiSize]
    public const int Size = 48;

    [AbiField("v.a.addr", 16)]
    public const int Address = 0;

    [AbiField("v.a.mask", 16)]
    public const int Mask = 16;

    [AbiField("v.ifname", 16)]
    public const int Interface = 0;

    [AbiField("v.tblname", 32)]
    public const int Table = 0;

    [AbiField("p.tblcnt", 4)]
    public const int Count = 32;

    [AbiField("type", 1)]
    public const int Type = 40;

    [AbiField("iflags", 1)]
    public const int InterfaceFlags = 41;
}
