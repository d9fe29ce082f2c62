namespace Knast.Native.Linux.Bpf;

/// <summary>Writes programs, instruction by instruction. Operations are on 32 bits.</summary>
public sealed class BpfAssembler
{
    private readonly List<BpfInstruction> _instructions = [];

    /// <summary>Loads four bytes from memory.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="address">The register that holds the address.</param>
    /// <param name="offset">Bytes from there.</param>
    public void LoadWord(BpfRegister destination, BpfRegister address, short offset) => Add(BpfOpcode.LoadWord, destination, address, offset);

    /// <summary>Keeps the bits that a mask has.</summary>
    /// <param name="register">The register.</param>
    /// <param name="mask">The mask.</param>
    public void And(BpfRegister register, int mask) => Add(BpfOpcode.And, register, immediate: mask);

    /// <summary>Shifts to the right and fills with zeros.</summary>
    /// <param name="register">The register.</param>
    /// <param name="bits">By how many bits.</param>
    public void ShiftRight(BpfRegister register, int bits) => Add(BpfOpcode.ShiftRight, register, immediate: bits);

    /// <summary>Jumps unless a register has a value.</summary>
    /// <param name="register">The register.</param>
    /// <param name="value">The value.</param>
    /// <param name="label">Where to.</param>
    public void JumpIfNotEqual(BpfRegister register, uint value, BpfLabel label) => AddJump(BpfOpcode.JumpIfNotEqual, register, unchecked((int)value), label);

    /// <summary>Jumps if a register has any bit of a mask.</summary>
    /// <param name="register">The register.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="label">Where to.</param>
    public void JumpIfAnyBit(BpfRegister register, int mask, BpfLabel label) => AddJump(BpfOpcode.JumpIfAnyBit, register, mask, label);

    /// <summary>Jumps.</summary>
    /// <param name="label">Where to.</param>
    public void Jump(BpfLabel label) => AddJump(BpfOpcode.Jump, BpfRegister.R0, 0, label);

    /// <summary>Ends the program with a result.</summary>
    /// <param name="result">The result.</param>
    public void Return(int result)
    {
        Add(BpfOpcode.Move, BpfRegister.R0, immediate: result);
        Add(BpfOpcode.Exit, BpfRegister.R0);
    }

    /// <summary>Says that a label is here.</summary>
    /// <param name="label">The label.</param>
    /// <exception cref="InvalidOperationException">It is elsewhere already, or a jump to it would be too far.</exception>
    public void Mark(BpfLabel label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.Position is not null)
        {
            throw new InvalidOperationException("The label is marked already.");
        }

        label.Position = _instructions.Count;
        foreach (int jump in label.Jumps)
        {
            int distance = _instructions.Count - jump - 1;
            if (distance > short.MaxValue)
            {
                throw new InvalidOperationException($"A jump of {distance} instructions is too far.");
            }

            _instructions[jump] = _instructions[jump] with { Offset = (short)distance };
        }
    }

    /// <summary>The program.</summary>
    public IReadOnlyList<BpfInstruction> ToProgram() => [.. _instructions];

    private void AddJump(byte opcode, BpfRegister register, int immediate, BpfLabel label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.Position is not null)
        {
            throw new InvalidOperationException("Jumps lead forwards only: such a program always ends.");
        }

        label.Jumps.Add(_instructions.Count);
        Add(opcode, register, immediate: immediate);
    }

    private void Add(byte opcode, BpfRegister destination, BpfRegister source = BpfRegister.R0, short offset = 0, int immediate = 0) =>
        _instructions.Add(new BpfInstruction(opcode, destination, source, offset, immediate));
}
