using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>The data of a program that is being built, and the pointers in it. One for all sequences of a program.</summary>
internal sealed class ProgramData
{
    private const int Alignment = 16;

    private byte[] _bytes = new byte[1024];

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>Offsets of pointers, and of what they point at.</summary>
    public List<(int At, int To)> Relocations { get; } = [];

    /// <summary>Adds zeros.</summary>
    public ProgramBlock Add(int length)
    {
        int offset = (Length + Alignment - 1) & ~(Alignment - 1);
        int size = checked(offset + length);
        if (size > ProgramFormat.LargestProgram)
        {
            throw new InvalidOperationException($"A program holds no more than {ProgramFormat.LargestProgram} bytes.");
        }

        if (size > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(size, _bytes.Length * 2));
        }

        Length = size;
        return new ProgramBlock(offset, length);
    }

    /// <summary>Adds a copy of bytes.</summary>
    public ProgramBlock Add(ReadOnlySpan<byte> bytes)
    {
        ProgramBlock block = Add(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(block.Offset));
        return block;
    }

    /// <summary>Adds the blocks of a call and the pointers between them.</summary>
    /// <exception cref="InvalidOperationException">A block is memory of this process.</exception>
    public ProgramBlock[] Add(SystemCall call)
    {
        var blocks = new ProgramBlock[call.Blocks.Length];
        for (int index = 0; index < blocks.Length; index++)
        {
            if (call.Blocks[index].External != 0)
            {
                throw new InvalidOperationException($"{call.Name} refers to memory of this process, so it cannot be part of a program.");
            }

            blocks[index] = Add(call.Bytes(new BlockReference(index)));
        }

        foreach (BlockPointer pointer in call.Pointers)
        {
            Relocations.Add((
                blocks[pointer.From.Index].Place(pointer.FromOffset, sizeof(long)),
                blocks[pointer.To.Index].Place(pointer.ToOffset, 0)));
        }

        return blocks;
    }
}
