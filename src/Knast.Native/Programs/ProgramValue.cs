using System.Globalization;
using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A value that a program works with.</summary>
public readonly record struct ProgramValue
{
    private ProgramValue(ProgramValueKind kind, long value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>Where it comes from.</summary>
    public ProgramValueKind Kind { get; }

    /// <summary>The number, the offset in the data, or the register's number.</summary>
    public long Value { get; }

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ProgramValue(long value) => new(ProgramValueKind.Immediate, value);

    /// <summary>The content of a register.</summary>
    /// <param name="register">The register.</param>
    public static implicit operator ProgramValue(ProgramRegister register) => new(ProgramValueKind.Register, register.Number);

    /// <summary>A number or the content of a register.</summary>
    /// <param name="operand">The number or the register.</param>
    /// <exception cref="ArgumentException">It is a descriptor of this process.</exception>
    public static implicit operator ProgramValue(Operand operand)
    {
        if (operand.Descriptor is not null)
        {
            throw new ArgumentException(
                $"Descriptor {operand.Value} of this process means nothing in a program: map it to a number with {nameof(DescriptorMapping)} and use that.");
        }

        return new(operand.IsRegister ? ProgramValueKind.Register : ProgramValueKind.Immediate, operand.Value);
    }

    /// <summary>The address of a place in the program's data, for a register that a call takes as a pointer.</summary>
    /// <param name="block">The block.</param>
    /// <param name="offset">Bytes into it.</param>
    public static ProgramValue Address(ProgramBlock block, int offset = 0) => new(ProgramValueKind.Address, block.Place(offset, 0));

    /// <summary>A number in the program's data at the time, such as a descriptor that pipe2 wrote there. Unsigned, little endian.</summary>
    /// <param name="block">The block.</param>
    /// <param name="offset">Bytes into it.</param>
    /// <param name="size">1, 2, 4 or 8 bytes.</param>
    public static ProgramValue Load(ProgramBlock block, int offset, int size)
    {
        ProgramValueKind kind = size switch
        {
            1 => ProgramValueKind.Load8,
            2 => ProgramValueKind.Load16,
            4 => ProgramValueKind.Load32,
            8 => ProgramValueKind.Load64,
            _ => throw new ArgumentOutOfRangeException(nameof(size), size, "A number takes 1, 2, 4 or 8 bytes."),
        };
        return new(kind, block.Place(offset, size));
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string value = Value.ToString(CultureInfo.InvariantCulture);
        return Kind switch
        {
            ProgramValueKind.Immediate => ProgramText.Number(Value),
            ProgramValueKind.Address => "data+" + value,
            ProgramValueKind.Register => "r" + value,
            ProgramValueKind.Load8 => $"u8[data+{value}]",
            ProgramValueKind.Load16 => $"u16[data+{value}]",
            ProgramValueKind.Load32 => $"u32[data+{value}]",
            _ => $"u64[data+{value}]",
        };
    }
}
