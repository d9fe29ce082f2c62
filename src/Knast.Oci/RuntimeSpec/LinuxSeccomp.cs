namespace Knast.Oci.RuntimeSpec;

/// <summary>A filter of system calls (runtime-spec config-linux.md, "Seccomp"), in the names of libseccomp.</summary>
public sealed record LinuxSeccomp
{
    /// <summary>What to do with a call that no rule matches, such as <c>SCMP_ACT_ERRNO</c>; empty where the document lacks it.</summary>
    public string DefaultAction { get; init => field = value ?? ""; } = "";

    /// <summary>The errno of the default action; EPERM where null.</summary>
    public uint? DefaultErrnoRet { get; init; }

    /// <summary>Architectures whose calls are filtered, such as <c>SCMP_ARCH_X86_64</c>.</summary>
    public IReadOnlyList<string> Architectures { get; init => field = value ?? []; } = [];

    /// <summary>Flags of seccomp(2), such as <c>SECCOMP_FILTER_FLAG_LOG</c>.</summary>
    public IReadOnlyList<string> Flags { get; init => field = value ?? []; } = [];

    /// <summary>The socket that receives the container process state where a rule notifies.</summary>
    public string? ListenerPath { get; init; }

    /// <summary>Data for whoever listens there.</summary>
    public string? ListenerMetadata { get; init; }

    /// <summary>The rules.</summary>
    public IReadOnlyList<LinuxSyscall> Syscalls { get; init => field = value ?? []; } = [];
}
