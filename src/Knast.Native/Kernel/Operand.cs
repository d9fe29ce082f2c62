namespace Knast.Native.Kernel;

/// <summary>A number for a system call: known now, or in a register when a program plays it.</summary>
public readonly struct Operand
{
    private Operand(long value, bool isRegister, KernelDescriptor? descriptor)
    {
        Value = value;
        IsRegister = isRegister;
        Descriptor = descriptor;
    }

    /// <summary>The number, or the register's.</summary>
    public long Value { get; }

    /// <summary>Whether the number is in a register.</summary>
    public bool IsRegister { get; }

    /// <summary>The descriptor whose number this is, kept open while the call lives; only outside programs.</summary>
    public KernelDescriptor? Descriptor { get; }

    /// <summary>The content of a register of a program.</summary>
    /// <param name="number">The register's number.</param>
    public static Operand Register(int number) => new(number, isRegister: true, descriptor: null);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Operand(long value) => new(value, isRegister: false, descriptor: null);

    /// <summary>An open descriptor.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public static implicit operator Operand(KernelDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return new(descriptor.Number, isRegister: false, descriptor);
    }
}
