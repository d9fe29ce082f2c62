namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>The filter of system calls.</summary>
internal static class SeccompRules
{
    private const string Rule = "runtime-spec config-linux.md#seccomp";
    private const string Pointer = "/linux/seccomp";
    private const uint LastArgument = 5;

    private static readonly string[] Actions =
    [
        "SCMP_ACT_KILL", "SCMP_ACT_KILL_PROCESS", "SCMP_ACT_KILL_THREAD", "SCMP_ACT_TRAP", "SCMP_ACT_ERRNO", "SCMP_ACT_TRACE",
        "SCMP_ACT_ALLOW", "SCMP_ACT_LOG", "SCMP_ACT_NOTIFY",
    ];

    private static readonly string[] Operators =
    [
        "SCMP_CMP_NE", "SCMP_CMP_LT", "SCMP_CMP_LE", "SCMP_CMP_EQ", "SCMP_CMP_GE", "SCMP_CMP_GT", "SCMP_CMP_MASKED_EQ",
    ];

    private static readonly string[] Architectures =
    [
        "SCMP_ARCH_X86", "SCMP_ARCH_X86_64", "SCMP_ARCH_X32", "SCMP_ARCH_ARM", "SCMP_ARCH_AARCH64", "SCMP_ARCH_MIPS", "SCMP_ARCH_MIPS64",
        "SCMP_ARCH_MIPS64N32", "SCMP_ARCH_MIPSEL", "SCMP_ARCH_MIPSEL64", "SCMP_ARCH_MIPSEL64N32", "SCMP_ARCH_PPC", "SCMP_ARCH_PPC64",
        "SCMP_ARCH_PPC64LE", "SCMP_ARCH_S390", "SCMP_ARCH_S390X", "SCMP_ARCH_PARISC", "SCMP_ARCH_PARISC64", "SCMP_ARCH_RISCV64",
        "SCMP_ARCH_LOONGARCH64", "SCMP_ARCH_M68K", "SCMP_ARCH_SH", "SCMP_ARCH_SHEB",
    ];

    private static readonly string[] Flags =
    [
        "SECCOMP_FILTER_FLAG_TSYNC", "SECCOMP_FILTER_FLAG_LOG", "SECCOMP_FILTER_FLAG_SPEC_ALLOW", "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV",
    ];

    public static void Check(LinuxSeccomp seccomp, Findings findings)
    {
        CheckAction(seccomp.DefaultAction, seccomp.DefaultErrnoRet, $"{Pointer}/defaultAction", $"{Pointer}/defaultErrnoRet", findings);
        findings.EachOneOf(seccomp.Architectures, Architectures, $"{Pointer}/architectures", "The architecture", Rule);
        findings.EachOneOf(seccomp.Flags, Flags, $"{Pointer}/flags", "The flag", Rule);
        findings.Text(seccomp.ListenerPath, $"{Pointer}/listenerPath", Rule);
        if (!string.IsNullOrEmpty(seccomp.ListenerMetadata) && string.IsNullOrEmpty(seccomp.ListenerPath))
            findings.Add($"{Pointer}/listenerMetadata", "listenerMetadata must not be set without listenerPath.", Rule);
        for (var i = 0; i < seccomp.Syscalls.Count; i++)
            CheckSyscall(seccomp.Syscalls[i], $"{Pointer}/syscalls/{i}", findings);
    }

    private static void CheckSyscall(LinuxSyscall rule, string pointer, Findings findings)
    {
        if (rule.Names.Count == 0)
            findings.Add($"{pointer}/names", "The rule names no system call; it must name at least one.", Rule);
        for (var i = 0; i < rule.Names.Count; i++)
            findings.Required(rule.Names[i], $"{pointer}/names/{i}", "The name of the system call", Rule);
        CheckAction(rule.Action, rule.ErrnoRet, $"{pointer}/action", $"{pointer}/errnoRet", findings);
        for (var i = 0; i < rule.Args.Count; i++)
        {
            var (arg, here) = (rule.Args[i], $"{pointer}/args/{i}");
            findings.Range(arg.Index, 0, LastArgument, $"{here}/index", "The argument", Rule);
            if (findings.Required(arg.Op, $"{here}/op", "The operator", Rule))
                findings.OneOf(arg.Op, Operators, $"{here}/op", "The operator", Rule);
        }
    }

    private static void CheckAction(string action, uint? errno, string pointer, string errnoPointer, Findings findings)
    {
        if (findings.Required(action, pointer, "The action", Rule))
            findings.OneOf(action, Actions, pointer, "The action", Rule);
        if (errno is not null && action is not ("SCMP_ACT_ERRNO" or "SCMP_ACT_TRACE"))
            findings.Add(errnoPointer, $"The action '{action}' takes no errno; SCMP_ACT_ERRNO and SCMP_ACT_TRACE do.", Rule);
    }
}
