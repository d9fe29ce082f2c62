namespace Knast.Native.Kernel;

/// <summary>Names one block of the <see cref="SystemCall"/> that made it.</summary>
/// <param name="Index">The position among the call's blocks.</param>
public readonly record struct BlockReference(int Index);
