namespace Knast.Native.Kernel;

/// <summary>Eight bytes of a block that hold the address of another block.</summary>
/// <param name="From">The block that holds the pointer.</param>
/// <param name="FromOffset">Where in it, in bytes.</param>
/// <param name="To">The block pointed at.</param>
/// <param name="ToOffset">Where in it the pointer points, in bytes.</param>
public readonly record struct BlockPointer(BlockReference From, int FromOffset, BlockReference To, int ToOffset);
