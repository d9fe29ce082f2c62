using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>Whether something is at the other end (net/if.h, LINK_STATE_*).</summary>
public enum LinkState
{
    /// <summary>LINK_STATE_UNKNOWN: the driver does not tell.</summary>
    [AbiConstant("LINK_STATE_UNKNOWN")]
    Unknown = 0,

    /// <summary>LINK_STATE_DOWN.</summary>
    [AbiConstant("LINK_STATE_DOWN")]
    Down = 1,

    /// <summary>LINK_STATE_UP.</summary>
    [AbiConstant("LINK_STATE_UP")]
    Up = 2,
}
