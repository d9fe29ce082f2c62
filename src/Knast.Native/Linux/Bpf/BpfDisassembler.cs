using System.Globalization;

namespace Knast.Native.Linux.Bpf;

/// <summary>Instructions as text, so that a program can be read and compared.</summary>
internal static class BpfDisassembler
{
    /// <summary>Describes one instruction.</summary>
    /// <exception cref="ArgumentException">It is none that Knast emits.</exception>
    public static string Describe(BpfInstruction instruction)
    {
        string destination = Name(instruction.Destination);
        string value = instruction.Immediate.ToString(CultureInfo.InvariantCulture);
        string jump = $"goto {instruction.Offset.ToString("+0;-0", CultureInfo.InvariantCulture)}";
        return instruction.Opcode switch
        {
            BpfOpcode.LoadWord => $"{destination} = *(u32 *)({Name(instruction.Source).Replace('w', 'r')} +{instruction.Offset})",
            BpfOpcode.And => $"{destination} &= {value}",
            BpfOpcode.ShiftRight => $"{destination} >>= {value}",
            BpfOpcode.Move => $"{destination} = {value}",
            BpfOpcode.JumpIfNotEqual => $"if {destination} != {value} {jump}",
            BpfOpcode.JumpIfAnyBit => $"if {destination} & {value} {jump}",
            BpfOpcode.Jump => jump,
            BpfOpcode.Exit => "exit",
            _ => throw new ArgumentException($"0x{instruction.Opcode:X2} is no operation that Knast emits.", nameof(instruction)),
        };
    }

    private static string Name(BpfRegister register) => $"w{(byte)register}";
}
