namespace Knast.Native.Kernel;

/// <summary>One argument of a system call.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The number, the index of the block, or the number of the register.</param>
public readonly record struct SystemCallArgument(SystemCallArgumentKind Kind, long Value);
