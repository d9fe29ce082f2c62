using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>Flags and places of the calls that take a directory (sys/fcntl.h).</summary>
public static class AtFlags
{
    /// <summary>The working directory.</summary>
    [AbiConstant("AT_FDCWD")]
    public const int CurrentDirectory = -100;

    /// <summary>Access is checked with the effective ids.</summary>
    [AbiConstant("AT_EACCESS")]
    public const int EffectiveAccess = 0x100;

    /// <summary>A link in the last place is not followed.</summary>
    [AbiConstant("AT_SYMLINK_NOFOLLOW")]
    public const int NoFollow = 0x200;

    /// <summary>A directory is removed.</summary>
    [AbiConstant("AT_REMOVEDIR")]
    public const int RemoveDirectory = 0x800;

    /// <summary>An empty path means the descriptor itself.</summary>
    [AbiConstant("AT_EMPTY_PATH")]
    public const int EmptyPath = 0x4000;
}
