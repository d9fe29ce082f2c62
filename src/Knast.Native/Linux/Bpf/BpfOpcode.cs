namespace Knast.Native.Linux.Bpf;

/// <summary>The operations that Knast's programs use (kernel Documentation/bpf/standardization/instruction-set.rst); all on 32 bits.</summary>
internal static class BpfOpcode
{
    /// <summary>destination = *(u32 *)(source + offset)</summary>
    public const byte LoadWord = 0x61;

    /// <summary>destination &amp;= immediate</summary>
    public const byte And = 0x54;

    /// <summary>destination &gt;&gt;= immediate, filling with 0</summary>
    public const byte ShiftRight = 0x74;

    /// <summary>destination = immediate</summary>
    public const byte Move = 0xB4;

    /// <summary>jump if destination != immediate</summary>
    public const byte JumpIfNotEqual = 0x56;

    /// <summary>jump if (destination &amp; immediate) != 0</summary>
    public const byte JumpIfAnyBit = 0x46;

    /// <summary>jump</summary>
    public const byte Jump = 0x05;

    /// <summary>return register 0</summary>
    public const byte Exit = 0x95;
}
