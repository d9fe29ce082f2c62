namespace Knast.Native.Linux.Files;

/// <summary>Flags of open(2) by meaning; their numbers differ between amd64 and arm64.</summary>
[Flags]
public enum OpenFlags
{
    /// <summary>O_RDONLY.</summary>
    ReadOnly = 0,

    /// <summary>O_WRONLY.</summary>
    WriteOnly = 1,

    /// <summary>O_RDWR.</summary>
    ReadWrite = 2,

    /// <summary>O_CREAT.</summary>
    Create = 0x40,

    /// <summary>O_EXCL.</summary>
    Exclusive = 0x80,

    /// <summary>O_NOCTTY.</summary>
    NoControllingTerminal = 0x100,

    /// <summary>O_TRUNC.</summary>
    Truncate = 0x200,

    /// <summary>O_APPEND.</summary>
    Append = 0x400,

    /// <summary>O_NONBLOCK.</summary>
    NonBlocking = 0x800,

    /// <summary>O_CLOEXEC.</summary>
    CloseOnExec = 0x80000,

    /// <summary>O_PATH.</summary>
    Path = 0x200000,

    /// <summary>O_DIRECTORY; the number is amd64's, <see cref="OpenFlagsExtensions.ToKernel"/> translates.</summary>
    Directory = 0x10000,

    /// <summary>O_NOFOLLOW; the number is amd64's, <see cref="OpenFlagsExtensions.ToKernel"/> translates.</summary>
    NoFollow = 0x20000,
}
