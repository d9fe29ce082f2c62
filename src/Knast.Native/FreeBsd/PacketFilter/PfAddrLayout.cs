using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pf_addr (netpfil/pf/pf.h).</summary>
[AbiStruct("pf_addr")]
internal static class PfAddrLayout
{
    [AbiSize]
    public const int Size = 16;
}
