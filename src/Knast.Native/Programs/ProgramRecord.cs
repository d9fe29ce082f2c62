using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A record of a program that is being built.</summary>
internal sealed record ProgramRecord(RecordKind Kind, string Name, string Subject, string Line)
{
    /// <summary>The register for the result.</summary>
    public ProgramRegister? Result { get; init; }

    /// <summary>A second register (fork: the process descriptor).</summary>
    public ProgramRegister? Second { get; init; }

    /// <summary>The call's number, the tag, the size or the flags.</summary>
    public uint Number { get; init; }

    /// <summary>The operands in order.</summary>
    public ProgramValue[] Operands { get; init; } = [];

    /// <summary>What errors do not end the program.</summary>
    public OnErrno[] On { get; init; } = [];

    /// <summary>What the child of a fork plays.</summary>
    public ProgramBuilder? Child { get; init; }

    /// <summary>The error number of an on-errno entry for a system, or null where the system has no such error.</summary>
    public static int? Errno(KernelSystem system, ErrorCode error) => error == ErrorCode.None
        ? 0
        : ErrorCodes.Exists(system, error) ? ErrorCodes.ToErrno(system, error) : null;
}
