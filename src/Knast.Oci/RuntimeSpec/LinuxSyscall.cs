namespace Knast.Oci.RuntimeSpec;

/// <summary>A rule of a filter of system calls (runtime-spec config-linux.md, "Seccomp").</summary>
public sealed record LinuxSyscall
{
    /// <summary>The system calls.</summary>
    public IReadOnlyList<string> Names { get; init => field = value ?? []; } = [];

    /// <summary>What to do with them, such as <c>SCMP_ACT_ALLOW</c>; empty where the document lacks it.</summary>
    public string Action { get; init => field = value ?? ""; } = "";

    /// <summary>The errno of the action; EPERM where null.</summary>
    public uint? ErrnoRet { get; init; }

    /// <summary>Conditions on their arguments.</summary>
    public IReadOnlyList<LinuxSeccompArg> Args { get; init => field = value ?? []; } = [];
}
