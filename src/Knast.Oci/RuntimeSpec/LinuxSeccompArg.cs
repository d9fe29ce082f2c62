namespace Knast.Oci.RuntimeSpec;

/// <summary>A condition on an argument of a system call (runtime-spec config-linux.md, "Seccomp").</summary>
public sealed record LinuxSeccompArg
{
    /// <summary>Which argument; the first is 0.</summary>
    public uint Index { get; init; }

    /// <summary>What it is compared with.</summary>
    public ulong Value { get; init; }

    /// <summary>The value after masking, for <c>SCMP_CMP_MASKED_EQ</c>.</summary>
    public ulong? ValueTwo { get; init; }

    /// <summary>How it is compared, such as <c>SCMP_CMP_EQ</c>; empty where the document lacks it.</summary>
    public string Op { get; init => field = value ?? ""; } = "";
}
