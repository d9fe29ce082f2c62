using System.Buffers.Binary;

namespace Knast.Native.Linux.Bpf;

/// <summary>One instruction (linux/bpf.h: struct bpf_insn; kernel Documentation/bpf/standardization/instruction-set.rst).</summary>
/// <param name="Opcode">The operation.</param>
/// <param name="Destination">The register that it changes or compares.</param>
/// <param name="Source">The register that it reads besides.</param>
/// <param name="Offset">An offset in memory in bytes, or a jump in instructions from the next one.</param>
/// <param name="Immediate">A constant.</param>
public readonly record struct BpfInstruction(byte Opcode, BpfRegister Destination, BpfRegister Source, short Offset, int Immediate)
{
    /// <summary>The size of an instruction, in bytes.</summary>
    public const int Length = 8;

    /// <summary>Writes the instruction as a little-endian kernel reads it.</summary>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    public void WriteTo(Span<byte> destination)
    {
        destination[0] = Opcode;
        destination[1] = (byte)((byte)Destination | ((byte)Source << 4));
        BinaryPrimitives.WriteInt16LittleEndian(destination[2..], Offset);
        BinaryPrimitives.WriteInt32LittleEndian(destination[4..], Immediate);
    }

    /// <summary>The instruction in the words of the kernel's verifier.</summary>
    public override string ToString() => BpfDisassembler.Describe(this);
}
