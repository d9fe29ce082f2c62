namespace Knast.Native.Kernel;

/// <summary>Bytes of a block that a program fills from a register just before the call.</summary>
/// <param name="Register">The register's number.</param>
/// <param name="Block">The block to write to.</param>
/// <param name="Offset">Where in it, in bytes.</param>
/// <param name="Size">1, 2, 4 or 8 bytes, little endian.</param>
public readonly record struct RegisterPatch(int Register, BlockReference Block, int Offset, int Size);
