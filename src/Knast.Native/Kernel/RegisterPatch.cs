namespace Knast.Native.Kernel;

/// <summary>Bytes of a block that a program fills from a register just before the call.</summary>
/// <param name="Register">The register's number.</param>
/// <param name="Block">The block to write to.</param>
/// <param name="Offset">Where in it, in bytes.</param>
/// <param name="Size">1, 2, 4 or 8 bytes, little endian, or <see cref="Decimal"/>.</param>
public readonly record struct RegisterPatch(int Register, BlockReference Block, int Offset, int Size)
{
    /// <summary>The size that stands for a signed decimal number in text that ends with NUL.</summary>
    public const int Decimal = 0;

    /// <summary>The bytes that such a number may take: the longest of 64 bits, and its NUL.</summary>
    public const int DecimalLength = 21;
}
