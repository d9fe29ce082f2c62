using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>What a rule changes (fs/devfs/devfs.h).</summary>
[Flags]
internal enum DevfsActions
{
    None = 0,

    [AbiConstant("DRA_BACTS")]
    Visibility = 1,

    [AbiConstant("DRA_UID")]
    Owner = 2,

    [AbiConstant("DRA_GID")]
    Group = 4,

    [AbiConstant("DRA_MODE")]
    Mode = 8,

    [AbiConstant("DRA_INCSET")]
    Include = 16,
}
