namespace Knast.Native.Files;

/// <summary>How a file is opened. Close-on-exec is always added, and no terminal becomes the controlling one.</summary>
[Flags]
public enum FileOpenFlags
{
    /// <summary>For reading.</summary>
    ReadOnly = 0,

    /// <summary>For writing.</summary>
    WriteOnly = 1,

    /// <summary>For reading and writing.</summary>
    ReadWrite = 2,

    /// <summary>It is created where it is missing.</summary>
    Create = 4,

    /// <summary>With <see cref="Create"/>: it must be missing (EEXIST).</summary>
    Exclusive = 8,

    /// <summary>It is emptied.</summary>
    Truncate = 16,

    /// <summary>It must be a directory (ENOTDIR).</summary>
    Directory = 32,

    /// <summary>A link in the last place is not followed (ELOOP on Linux, EMLINK on FreeBSD).</summary>
    NoFollow = 64,

    /// <summary>Only a place in the tree is wanted: neither reading nor writing (O_PATH).</summary>
    PathOnly = 128,

    /// <summary>Neither opening nor reading waits for anybody.</summary>
    NonBlocking = 256,

    /// <summary>Every write goes to the end.</summary>
    Append = 512,

    /// <summary>With <see cref="FileCalls.OpenInRoot"/>: a link anywhere in the path is refused (ELOOP).</summary>
    NoLinks = 1024,
}
