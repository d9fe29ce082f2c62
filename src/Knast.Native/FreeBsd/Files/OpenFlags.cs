using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>Flags of open(2) (sys/fcntl.h).</summary>
[Flags]
public enum OpenFlags
{
    /// <summary>O_RDONLY.</summary>
    [AbiConstant("O_RDONLY")]
    ReadOnly = 0,

    /// <summary>O_WRONLY.</summary>
    [AbiConstant("O_WRONLY")]
    WriteOnly = 1,

    /// <summary>O_RDWR.</summary>
    [AbiConstant("O_RDWR")]
    ReadWrite = 2,

    /// <summary>O_NONBLOCK.</summary>
    [AbiConstant("O_NONBLOCK")]
    NonBlocking = 4,

    /// <summary>O_APPEND.</summary>
    [AbiConstant("O_APPEND")]
    Append = 8,

    /// <summary>O_NOFOLLOW: a link in the last place is refused with EMLINK.</summary>
    [AbiConstant("O_NOFOLLOW")]
    NoFollow = 0x100,

    /// <summary>O_CREAT.</summary>
    [AbiConstant("O_CREAT")]
    Create = 0x200,

    /// <summary>O_TRUNC.</summary>
    [AbiConstant("O_TRUNC")]
    Truncate = 0x400,

    /// <summary>O_EXCL.</summary>
    [AbiConstant("O_EXCL")]
    Exclusive = 0x800,

    /// <summary>O_NOCTTY.</summary>
    [AbiConstant("O_NOCTTY")]
    NoControllingTerminal = 0x8000,

    /// <summary>O_DIRECTORY.</summary>
    [AbiConstant("O_DIRECTORY")]
    Directory = 0x20000,

    /// <summary>O_SEARCH: a directory to look names up in, nothing else.</summary>
    [AbiConstant("O_SEARCH")]
    Search = 0x40000,

    /// <summary>O_CLOEXEC.</summary>
    [AbiConstant("O_CLOEXEC")]
    CloseOnExec = 0x100000,

    /// <summary>O_PATH: a place in the tree, neither for reading nor for writing.</summary>
    [AbiConstant("O_PATH")]
    Path = 0x400000,

    /// <summary>O_RESOLVE_BENEATH: neither "..", nor an absolute path or link, may leave the directory (ENOTCAPABLE).</summary>
    [AbiConstant("O_RESOLVE_BENEATH")]
    ResolveBeneath = 0x800000,
}
