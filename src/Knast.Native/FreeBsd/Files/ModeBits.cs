using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>The two parts of a file's mode (sys/stat.h).</summary>
internal enum ModeBits
{
    /// <summary>Permission bits with set-user-id, set-group-id and sticky.</summary>
    [AbiConstant("ALLPERMS")]
    Permissions = 0xFFF,

    /// <summary>What kind of file.</summary>
    [AbiConstant("S_IFMT")]
    Type = 0xF000,
}
