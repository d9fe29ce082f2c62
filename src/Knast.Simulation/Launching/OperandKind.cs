namespace Knast.Simulation.Launching;

/// <summary>What an operand of a record is (<c>enum operand_kind</c> of launcher/program.h).</summary>
internal enum OperandKind : byte
{
    Immediate,
    Address,
    Register,
    Load8,
    Load16,
    Load32,
    Load64,
}
