using System.Net;
using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts.FreeBsd.Steps;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>
/// Composes the program that puts a process into a jail. The order is decided here and nowhere else: the launched process ends at once, its child is
/// the monitor, whose child makes the mounts, gives up every directory (jail_attach(2) refuses while one is open) and enters the jail.
/// </summary>
internal static class FreeBsdProgramComposer
{
    private const uint LastDescriptor = uint.MaxValue;
    private const uint PrivateMode = 0x180;
    private const uint LogMode = 0x1A0;
    private const uint DefaultUmask = 0x12;
    private const int ExitWhenNotExecuted = 127;
    private const int LoopbackPrefix = 8;

    /// <summary>Composes the program.</summary>
    public static LaunchProgram Compose(KernelTarget target, FreeBsdLaunchPlan plan)
    {
        var builder = new ProgramBuilder(target) { FailureStatus = ExitWhenNotExecuted };
        builder.Fork(null, monitor => ComposeMonitor(monitor, plan));
        builder.Exit(0);
        return builder.Build();
    }

    private static void ComposeMonitor(ProgramBuilder builder, FreeBsdLaunchPlan plan)
    {
        ProgramRegister child = builder.NewRegister();
        ProgramRegister monitor = builder.NewRegister();
        ProgramRegister log = builder.NewRegister();
        builder.Call(CloseRange.Compose(builder.Target, LaunchDescriptors.Report + 1, LastDescriptor, isOnExec: true));
        builder.Call(Setsid.Compose(builder.Target));
        builder.Call(ProcctlReapAcquire.Compose(builder.Target));
        builder.Fork(child, first => ComposeFirstProcess(first, plan));
        builder.Call(monitor, Getpid.Compose(builder.Target));
        builder.Report(LaunchReports.Monitor, monitor);
        builder.Report(LaunchReports.Process, child);
        const OpenFlags append = OpenFlags.WriteOnly | OpenFlags.Append | OpenFlags.Create;
        builder.Call(log, Openat.Compose(builder.Target, LaunchDescriptors.ContainerDirectory, "log", append, LogMode));
        builder.Call(CloseRange.Compose(builder.Target, 0, 2, isOnExec: false));
        builder.Call(Close.Compose(builder.Target, LaunchDescriptors.RunDirectory));
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

    private static void ComposeFirstProcess(ProgramBuilder builder, FreeBsdLaunchPlan plan)
    {
        var context = new FreeBsdStepContext(builder);
        ContainerProcess process = plan.Config.Process!;
        builder.Call(CloseRange.Compose(builder.Target, LaunchDescriptors.ContainerDirectory, LaunchDescriptors.ErrorReader, isOnExec: false));
        ProgramRegister fifo = OpenInRunDirectory(context, "start", OpenFlags.ReadWrite);
        ProgramRegister failure = OpenInRunDirectory(context, "failure", OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Truncate);
        builder.Call(Close.Compose(builder.Target, LaunchDescriptors.RunDirectory));
        builder.Call(Setsid.Compose(builder.Target));
        builder.Call(Umask.Compose(builder.Target, 0));
        ComposeRoot(context, plan);
        context.Call(null, JailAttach.Compose(builder.Target, plan.Jid), $"jid={plan.Jid}");
        if (plan.HasVnet)
        {
            BringLoopbackUp(context);
        }

        FreeBsdIdentitySteps.Add(context, process);
        ComposeExecution(context, process, fifo, failure);
    }

    private static ProgramRegister OpenInRunDirectory(FreeBsdStepContext context, string name, OpenFlags flags)
    {
        ProgramRegister descriptor = context.Builder.NewRegister();
        context.Builder.Call(descriptor, Openat.Compose(context.Target, LaunchDescriptors.RunDirectory, name, flags, PrivateMode));
        return descriptor;
    }

    private static void ComposeRoot(FreeBsdStepContext context, FreeBsdLaunchPlan plan)
    {
        FreeBsdMountSteps.OpenRoot(context, plan.ReadOnlyOf ?? plan.Root);
        if (plan.CreatesWorkingDirectory)
        {
            FreeBsdMountSteps.MakeDirectories(context, plan.Config.Process!.Cwd.Trim('/'));
        }

        if (plan.ReadOnlyOf is { } source)
        {
            FreeBsdMountSteps.MakePlaces(context, plan.Mounts);
            context.Builder.Call(Close.Compose(context.Target, context.Root));
            FreeBsdMountSteps.MountReadOnly(context, source, plan.Root);
            FreeBsdMountSteps.OpenRoot(context, plan.Root);
        }

        foreach (FreeBsdMountStep mount in plan.Mounts)
        {
            FreeBsdMountSteps.Mount(context, mount);
        }

        context.Call(null, Chdir.Compose(context.Target, "/"), "/");
        context.Builder.Call(Close.Compose(context.Target, context.Root));
    }

    // A new network stack has lo0 without an address; programs take 127.0.0.1 for granted.
    private static void BringLoopbackUp(FreeBsdStepContext context)
    {
        context.Call(context.File, InterfaceSocket.Compose(context.Target, InternetFamily.IPv4), "lo0");
        context.Call(null, InterfaceAddAddress.Compose(context.Target, context.File, "lo0", IPAddress.Loopback, LoopbackPrefix), "lo0 127.0.0.1/8");
        context.Call(null, InterfaceSetFlags.Compose(context.Target, context.File, "lo0", InterfaceFlags.Up), "lo0 up");
        context.Builder.Call(Close.Compose(context.Target, context.File));
    }

    private static void ComposeExecution(FreeBsdStepContext context, ContainerProcess process, ProgramRegister fifo, ProgramRegister failure)
    {
        ProgramBuilder builder = context.Builder;
        context.Call(null, Chdir.Compose(builder.Target, process.Cwd), $"cwd={process.Cwd}");
        builder.Call(Umask.Compose(builder.Target, process.User.Umask ?? DefaultUmask));
        ProgramRegister path = builder.NewRegister();
        ExecutableSteps.Find(
            builder, path, context.File, process,
            (candidate, isExecution) => Faccessat.Compose(
                builder.Target, AtFlags.CurrentDirectory, candidate, isExecution ? AccessModes.Execute : AccessModes.Exists));
        builder.Report(LaunchReports.Ready, 0);
        builder.Await();
        context.Call(null, Dup2.Compose(builder.Target, failure, LaunchDescriptors.Report), "failures go to a file from now on");
        context.Call(null, Read.Compose(builder.Target, fifo, 1), "wait for start");
        builder.Call(CloseRange.Compose(builder.Target, LaunchDescriptors.Report, LastDescriptor, isOnExec: true));
        context.Call(null, Execve.Compose(builder.Target, path, process.Args, process.Env), process.Args[0]);
    }
}
