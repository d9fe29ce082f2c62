namespace Knast.Native.Programs;

/// <summary>Where a program takes a value from (<c>enum operand_kind</c> of launcher/program.h).</summary>
public enum ProgramValueKind
{
    /// <summary>It is in the program.</summary>
    Immediate,

    /// <summary>The address of a place in the program's data.</summary>
    Address,

    /// <summary>The content of a register.</summary>
    Register,

    /// <summary>A byte of the program's data.</summary>
    Load8,

    /// <summary>Two bytes of the program's data, unsigned.</summary>
    Load16,

    /// <summary>Four bytes of the program's data, unsigned.</summary>
    Load32,

    /// <summary>Eight bytes of the program's data.</summary>
    Load64,
}
