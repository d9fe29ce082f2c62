namespace Knast.Native.Linux.Bpf;

/// <summary>The registers of the virtual machine (kernel Documentation/bpf/standardization/instruction-set.rst, "Registers and calling convention").</summary>
public enum BpfRegister : byte
{
    /// <summary>The result.</summary>
    R0,

    /// <summary>The context, at the beginning.</summary>
    R1,

    /// <summary>Free.</summary>
    R2,

    /// <summary>Free.</summary>
    R3,

    /// <summary>Free.</summary>
    R4,

    /// <summary>Free.</summary>
    R5,
}
