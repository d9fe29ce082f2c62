using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A register of a program: 64 bits that a child inherits with the value they have at the fork. Registers begin as 0.</summary>
/// <param name="Number">Its number.</param>
public readonly record struct ProgramRegister(int Number)
{
    /// <summary>The register as an argument of a system call.</summary>
    /// <param name="register">The register.</param>
    public static implicit operator Operand(ProgramRegister register) => Operand.Register(register.Number);

    /// <inheritdoc/>
    public override string ToString() => $"r{Number}";
}
