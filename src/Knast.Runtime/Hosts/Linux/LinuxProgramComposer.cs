using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Linux.Processes;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts.Linux.Steps;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>
/// Composes the program that makes a process into a container. The order is decided here and nowhere else:
/// the launched process ends at once, so that nobody waits for it; its child is the monitor; the monitor's child is the container's first process.
/// </summary>
internal static class LinuxProgramComposer
{
    private const uint LastDescriptor = uint.MaxValue;
    private const uint LogMode = 0x1A0;
    private const int ExitWhenNotExecuted = 127;

    /// <summary>Composes the program.</summary>
    public static LaunchProgram Compose(KernelTarget target, LinuxLaunchPlan plan)
    {
        var builder = new ProgramBuilder(target) { FailureStatus = ExitWhenNotExecuted };
        builder.Fork(null, monitor => ComposeMonitor(monitor, plan));
        builder.Exit(0);
        return builder.Build();
    }

    private static void ComposeMonitor(ProgramBuilder builder, LinuxLaunchPlan plan)
    {
        var context = new LinuxStepContext(builder);
        ProgramRegister child = builder.NewRegister();
        builder.Call(CloseRange.ComposeOnExec(builder.Target, LaunchDescriptors.Report + 1, LastDescriptor));
        builder.Call(Setsid.Compose(builder.Target));
        Subreaper(builder);
        NamespaceSteps.EnterPid(context, plan.Config);
        uint flags = (uint)(NamespaceSteps.New(plan.Config) & NamespaceFlags.Pid);
        builder.Fork(child, first => ComposeFirstProcess(first, plan), flags);
        ProgramRegister monitor = builder.NewRegister();
        builder.Call(monitor, Getpid.Compose(builder.Target));
        builder.Report(LaunchReports.Monitor, monitor);
        builder.Report(LaunchReports.Process, child);
        ProgramRegister log = builder.NewRegister();
        const OpenFlags append = OpenFlags.WriteOnly | OpenFlags.Append | OpenFlags.Create;
        builder.Call(log, Openat.Compose(builder.Target, LaunchDescriptors.ContainerDirectory, "log", append, LogMode));
        builder.Call(CloseRange.Compose(builder.Target, 0, 2));
        builder.Call(Close.Compose(builder.Target, LaunchDescriptors.RunDirectory));
        if (plan.HasRootMount)
        {
            builder.Call(Close.Compose(builder.Target, LaunchDescriptors.Rootfs));
        }

        builder.Monitor(new MonitorSettings
        {
            Child = child,
            Output = LaunchDescriptors.OutputReader,
            Error = LaunchDescriptors.ErrorReader,
            Log = log,
            Directory = LaunchDescriptors.ContainerDirectory,
            LogLimit = plan.LogLimit,
            RotatedLogs = plan.RotatedLogs,
        });
    }

    // Without a PID namespace of its own, the container's orphans come to the monitor.
    private static void Subreaper(ProgramBuilder builder)
    {
        SystemCall call = Prctl.Compose(builder.Target, ProcessSetting.ChildSubreaper, 1, 0);
        call.Subject = "take in orphans";
        builder.Call(call);
    }

    private static void ComposeFirstProcess(ProgramBuilder builder, LinuxLaunchPlan plan)
    {
        var context = new LinuxStepContext(builder);
        ContainerProcess process = plan.Config.Process!;
        builder.Call(CloseRange.Compose(builder.Target, LaunchDescriptors.ContainerDirectory, LaunchDescriptors.ErrorReader));
        foreach (string directory in plan.CgroupDirectories)
        {
            KernelFileSteps.Write(context, directory + "/cgroup.procs", "0");
        }

        ProgramRegister fifo = OpenInRunDirectory(builder, "start", OpenFlags.ReadWrite);
        ProgramRegister failure = OpenInRunDirectory(builder, "failure", OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Truncate);
        builder.Call(Close.Compose(builder.Target, LaunchDescriptors.RunDirectory));
        builder.Call(Setsid.Compose(builder.Target));
        builder.Call(Umask.Compose(builder.Target, 0));
        AdjustOutOfMemoryScore(context, process);
        NamespaceSteps.EnterOthers(context, plan.Config);
        NamespaceSteps.Unshare(context, plan.Config);
        NamespaceSteps.BringLoopbackUp(context, plan.Config);
        NameSteps.Add(context, plan.Config);
        ComposeRoot(context, plan);
        LimitSteps.Add(context, process);
        IdentitySteps.Add(context, process, plan.AvailableCapabilities);
        ComposeExecution(context, process, fifo, failure);
    }

    private static ProgramRegister OpenInRunDirectory(ProgramBuilder builder, string name, OpenFlags flags)
    {
        ProgramRegister descriptor = builder.NewRegister();
        builder.Call(descriptor, Openat.Compose(builder.Target, LaunchDescriptors.RunDirectory, name, flags, 0x180));
        return descriptor;
    }

    private static void AdjustOutOfMemoryScore(LinuxStepContext context, ContainerProcess process)
    {
        if (process.OomScoreAdj is { } score)
        {
            KernelFileSteps.Write(context, "/proc/self/oom_score_adj", score.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void ComposeRoot(LinuxStepContext context, LinuxLaunchPlan plan)
    {
        RootSteps.Open(context, plan);
        for (int index = 0; index < plan.Config.Mounts.Count; index++)
        {
            Mount mount = plan.Config.Mounts[index];
            if (mount.Type == "cgroup")
            {
                CgroupMountSteps.Add(context, mount, plan);
            }
            else
            {
                MountSteps.Add(context, mount, isDirectory: !plan.FileMounts.Contains(index));
            }
        }

        DeviceSteps.Add(context, plan.Config);
        foreach (string path in plan.Config.Linux?.ReadonlyPaths ?? [])
        {
            MaskSteps.MakeReadOnly(context, path);
        }

        foreach (string path in plan.Config.Linux?.MaskedPaths ?? [])
        {
            MaskSteps.Hide(context, path);
        }

        if (plan.CreatesWorkingDirectory)
        {
            PathSteps.Ensure(context, context.Place, plan.Config.Process!.Cwd, isDirectory: true);
        }

        RootSteps.Enter(context, plan);
    }

    private static void ComposeExecution(LinuxStepContext context, ContainerProcess process, ProgramRegister fifo, ProgramRegister failure)
    {
        ProgramBuilder builder = context.Builder;
        SystemCall cwd = Chdir.Compose(builder.Target, process.Cwd);
        cwd.Subject = $"cwd={process.Cwd}";
        builder.Call(cwd);
        builder.Call(Umask.Compose(builder.Target, process.User.Umask ?? 0x12));
        ProgramRegister path = builder.NewRegister();
        ExecutableSteps.Find(
            builder, path, context.File, process,
            (candidate, isExecution) => Faccessat.Compose(builder.Target, candidate, isExecution ? Faccessat.Execute : Faccessat.Exists));
        builder.Report(LaunchReports.Ready, 0);
        builder.Await();
        SystemCall replace = Dup3.Compose(builder.Target, failure, LaunchDescriptors.Report, isKept: false);
        replace.Subject = "failures go to a file from now on";
        builder.Call(replace);
        SystemCall wait = Read.Compose(builder.Target, fifo, 1);
        wait.Subject = "wait for start";
        builder.Call(wait);
        builder.Call(CloseRange.ComposeOnExec(builder.Target, LaunchDescriptors.Report, LastDescriptor));
        SystemCall execute = Execve.Compose(builder.Target, path, process.Args, process.Env);
        execute.Subject = process.Args[0];
        builder.Call(execute);
    }
}
