using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>What a rule asks of a device (fs/devfs/devfs.h).</summary>
[Flags]
internal enum DevfsConditions
{
    None = 0,

    [AbiConstant("DRC_DSWFLAGS")]
    DriverFlags = 1,

    [AbiConstant("DRC_PATHPTRN")]
    Pattern = 2,
}
