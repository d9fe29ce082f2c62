using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>How the options of a pool are told apart (netpfil/pf/pf.h).</summary>
internal static class PacketFilterPoolOptions
{
    /// <summary>The bits that hold a <see cref="PacketFilterPoolType"/>.</summary>
    [AbiConstant("PF_POOL_TYPEMASK")]
    public const int TypeMask = 0x0F;

    /// <summary>A source keeps the address that it got.</summary>
    [AbiConstant("PF_POOL_STICKYADDR")]
    public const int Sticky = 0x20;
}
