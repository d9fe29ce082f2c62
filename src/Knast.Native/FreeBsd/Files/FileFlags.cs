using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>File flags (chflags(2), sys/stat.h), for <see cref="Native.Files.FileCalls.SetFlags"/>. The kernel takes back none but by setting others.</summary>
[Flags]
public enum FileFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>dump(8) leaves the file out.</summary>
    [AbiConstant("UF_NODUMP")]
    NoDump = 0x1,

    /// <summary>The owner says that the file may not change.</summary>
    [AbiConstant("UF_IMMUTABLE")]
    UserImmutable = 0x2,

    /// <summary>The owner says that the file may only grow.</summary>
    [AbiConstant("UF_APPEND")]
    UserAppend = 0x4,

    /// <summary>The directory hides what a union has below it.</summary>
    [AbiConstant("UF_OPAQUE")]
    Opaque = 0x8,

    /// <summary>The owner says that the file may not be removed or renamed.</summary>
    [AbiConstant("UF_NOUNLINK")]
    UserNoUnlink = 0x10,

    /// <summary>Windows: a system file.</summary>
    [AbiConstant("UF_SYSTEM")]
    System = 0x80,

    /// <summary>Windows: a sparse file.</summary>
    [AbiConstant("UF_SPARSE")]
    Sparse = 0x100,

    /// <summary>Windows: the content is elsewhere.</summary>
    [AbiConstant("UF_OFFLINE")]
    Offline = 0x200,

    /// <summary>Windows: a reparse point.</summary>
    [AbiConstant("UF_REPARSE")]
    Reparse = 0x400,

    /// <summary>Windows: to be archived.</summary>
    [AbiConstant("UF_ARCHIVE")]
    Archive = 0x800,

    /// <summary>Windows: only to be read.</summary>
    [AbiConstant("UF_READONLY")]
    ReadOnly = 0x1000,

    /// <summary>Not to be shown by graphical programs.</summary>
    [AbiConstant("UF_HIDDEN")]
    Hidden = 0x8000,

    /// <summary>The file is archived.</summary>
    [AbiConstant("SF_ARCHIVED")]
    Archived = 0x10000,

    /// <summary>The system says that the file may not change.</summary>
    [AbiConstant("SF_IMMUTABLE")]
    SystemImmutable = 0x20000,

    /// <summary>The system says that the file may only grow.</summary>
    [AbiConstant("SF_APPEND")]
    SystemAppend = 0x40000,

    /// <summary>The system says that the file may not be removed or renamed.</summary>
    [AbiConstant("SF_NOUNLINK")]
    SystemNoUnlink = 0x100000,
}
