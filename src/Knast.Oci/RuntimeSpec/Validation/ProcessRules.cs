namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>The process.</summary>
internal static class ProcessRules
{
    private const string Rule = "runtime-spec config.md#process";
    private const string UserRule = "runtime-spec config.md#posix-platform-user";
    private const string RlimitRule = "runtime-spec config.md#posix-process";
    private const string LinuxRule = "runtime-spec config.md#linux-process";
    private const uint NoId = uint.MaxValue;
    private const uint AllPermissions = 0x1FF;

    private static readonly string[] SchedulerPolicies =
    [
        "SCHED_OTHER", "SCHED_FIFO", "SCHED_RR", "SCHED_BATCH", "SCHED_ISO", "SCHED_IDLE", "SCHED_DEADLINE",
    ];

    private static readonly string[] SchedulerFlags =
    [
        "SCHED_FLAG_RESET_ON_FORK", "SCHED_FLAG_RECLAIM", "SCHED_FLAG_DL_OVERRUN", "SCHED_FLAG_KEEP_POLICY", "SCHED_FLAG_KEEP_PARAMS",
        "SCHED_FLAG_UTIL_CLAMP_MIN", "SCHED_FLAG_UTIL_CLAMP_MAX",
    ];

    private static readonly string[] IoPriorityClasses = ["IOPRIO_CLASS_RT", "IOPRIO_CLASS_BE", "IOPRIO_CLASS_IDLE"];

    public static void Check(ContainerProcess process, string pointer, RuntimePlatform platform, Findings findings)
    {
        findings.AbsolutePath(process.Cwd, $"{pointer}/cwd", "The working directory", Rule);
        CheckArgs(process.Args, $"{pointer}/args", findings);
        findings.Environment(process.Env, $"{pointer}/env", Rule);
        CheckUser(process.User, $"{pointer}/user", findings);
        CheckRlimits(process.Rlimits, $"{pointer}/rlimits", platform, findings);
        if (platform == RuntimePlatform.Linux)
            CheckLinux(process, pointer, findings);
    }

    private static void CheckArgs(IReadOnlyList<string> args, string pointer, Findings findings)
    {
        if (args.Count == 0)
            findings.Add(pointer, "There is no command: at least one argument is required.", Rule);
        else if (args[0].Length == 0)
            findings.Add($"{pointer}/0", "The command is an empty string, which names no file.", Rule);
        for (var i = 0; i < args.Count; i++)
            findings.Text(args[i], $"{pointer}/{i}", Rule);
    }

    private static void CheckUser(ContainerUser user, string pointer, Findings findings)
    {
        const string Message = "4294967295 is no id; to the kernel it means to leave the id alone.";
        if (user.Uid == NoId)
            findings.Add($"{pointer}/uid", Message, UserRule);
        if (user.Gid == NoId)
            findings.Add($"{pointer}/gid", Message, UserRule);
        for (var i = 0; i < user.AdditionalGids.Count; i++)
        {
            if (user.AdditionalGids[i] == NoId)
                findings.Add($"{pointer}/additionalGids/{i}", Message, UserRule);
        }

        if (user.Umask > AllPermissions)
            findings.Add($"{pointer}/umask", $"The umask {user.Umask} has bits beyond 511 (octal 0777); it is in decimal.", UserRule);
    }

    private static void CheckRlimits(IReadOnlyList<PosixRlimit> rlimits, string pointer, RuntimePlatform platform, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rlimits.Count; i++)
        {
            var (limit, here) = (rlimits[i], $"{pointer}/{i}");
            if (findings.Required(limit.Type, $"{here}/type", "The resource of the limit", RlimitRule))
            {
                findings.OneOf(limit.Type, RlimitTypes.Of(platform), $"{here}/type", "The resource", RlimitRule);
                if (!seen.Add(limit.Type))
                    findings.Add($"{here}/type", $"'{limit.Type}' is limited twice.", RlimitRule);
            }

            if (limit.Soft > limit.Hard)
                findings.Add($"{here}/soft", $"The soft limit {limit.Soft} is above the hard limit {limit.Hard}.", RlimitRule);
        }
    }

    private static void CheckLinux(ContainerProcess process, string pointer, Findings findings)
    {
        findings.Range(process.OomScoreAdj, -1000, 1000, $"{pointer}/oomScoreAdj", "The score", LinuxRule);
        findings.Text(process.ApparmorProfile, $"{pointer}/apparmorProfile", LinuxRule);
        findings.Text(process.SelinuxLabel, $"{pointer}/selinuxLabel", LinuxRule);
        if (process.Scheduler is { } scheduler)
        {
            if (findings.Required(scheduler.Policy, $"{pointer}/scheduler/policy", "The scheduling policy", LinuxRule))
                findings.OneOf(scheduler.Policy, SchedulerPolicies, $"{pointer}/scheduler/policy", "The scheduling policy", LinuxRule);
            findings.EachOneOf(scheduler.Flags, SchedulerFlags, $"{pointer}/scheduler/flags", "The scheduling flag", LinuxRule);
        }

        if (process.IoPriority is { } ioPriority)
        {
            if (findings.Required(ioPriority.Class, $"{pointer}/ioPriority/class", "The class of the I/O priority", LinuxRule))
                findings.OneOf(ioPriority.Class, IoPriorityClasses, $"{pointer}/ioPriority/class", "The class", LinuxRule);
            findings.Range(ioPriority.Priority, 0, 7, $"{pointer}/ioPriority/priority", "The I/O priority", LinuxRule);
        }

        findings.NumberList(process.ExecCpuAffinity?.Initial, $"{pointer}/execCPUAffinity/initial", "The list of processors", LinuxRule);
        findings.NumberList(process.ExecCpuAffinity?.Final, $"{pointer}/execCPUAffinity/final", "The list of processors", LinuxRule);
    }
}
