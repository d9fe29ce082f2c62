using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>Whether a rule hides a device (fs/devfs/devfs.h).</summary>
public enum DevfsVisibility
{
    /// <summary>It leaves that as it is.</summary>
    None = 0,

    /// <summary>DRB_HIDE.</summary>
    [AbiConstant("DRB_HIDE")]
    Hide = 1,

    /// <summary>DRB_UNHIDE.</summary>
    [AbiConstant("DRB_UNHIDE")]
    Unhide = 2,
}
