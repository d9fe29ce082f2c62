namespace Knast.Native.Kernel;

/// <summary>Where the bytes of a block are.</summary>
/// <param name="Offset">The offset in the call's own buffer; meaningless for an external block.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Direction">Who writes it.</param>
/// <param name="External">The address of memory that the caller pinned, or 0 for a block of the call's own.</param>
/// <param name="IsText">Whether it is a string that ends with NUL.</param>
public readonly record struct SystemCallBlock(int Offset, int Length, BlockDirection Direction, nint External, bool IsText);
