namespace Knast.Native.Kernel;

/// <summary>Who writes a block of a system call.</summary>
[Flags]
public enum BlockDirection
{
    /// <summary>The kernel reads it.</summary>
    In = 1,

    /// <summary>The kernel writes it.</summary>
    Out = 2,

    /// <summary>The kernel reads and writes it.</summary>
    InOut = In | Out,
}
