using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>What access(2) asks (sys/unistd.h).</summary>
[Flags]
public enum AccessModes
{
    /// <summary>F_OK: whether it is there.</summary>
    [AbiConstant("F_OK")]
    Exists = 0,

    /// <summary>X_OK.</summary>
    [AbiConstant("X_OK")]
    Execute = 1,

    /// <summary>W_OK.</summary>
    [AbiConstant("W_OK")]
    Write = 2,

    /// <summary>R_OK.</summary>
    [AbiConstant("R_OK")]
    Read = 4,
}
