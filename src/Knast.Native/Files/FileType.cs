namespace Knast.Native.Files;

/// <summary>The kinds of file; the numbers are those of <c>S_IFMT</c> in a mode (stat(2), both systems).</summary>
public enum FileType
{
    /// <summary>What the kernel gave no name.</summary>
    Unknown = 0,

    /// <summary>FIFO.</summary>
    Fifo = 0x1000,

    /// <summary>Character device.</summary>
    CharacterDevice = 0x2000,

    /// <summary>Directory.</summary>
    Directory = 0x4000,

    /// <summary>Block device.</summary>
    BlockDevice = 0x6000,

    /// <summary>Regular file.</summary>
    Regular = 0x8000,

    /// <summary>Symbolic link.</summary>
    SymbolicLink = 0xA000,

    /// <summary>Socket.</summary>
    Socket = 0xC000,
}
