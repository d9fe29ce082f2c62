namespace Knast.Native.Kernel;

/// <summary>What an argument of a system call is.</summary>
public enum SystemCallArgumentKind
{
    /// <summary>A number.</summary>
    Integer,

    /// <summary>The address of a block.</summary>
    Block,

    /// <summary>The content of a register; only in programs.</summary>
    Register,
}
