using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Linux.Interfaces;
using Knast.Native.Linux.Processes;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Enters given namespaces and makes new ones.</summary>
internal static class NamespaceSteps
{
    private static readonly Dictionary<string, NamespaceFlags> Kinds = new()
    {
        ["pid"] = NamespaceFlags.Pid,
        ["mount"] = NamespaceFlags.Mount,
        ["ipc"] = NamespaceFlags.Ipc,
        ["uts"] = NamespaceFlags.Uts,
        ["network"] = NamespaceFlags.Network,
        ["cgroup"] = NamespaceFlags.Cgroup,
    };

    /// <summary>The kinds that a configuration makes anew.</summary>
    public static NamespaceFlags New(RuntimeConfig config) => (config.Linux?.Namespaces ?? [])
        .Where(item => string.IsNullOrEmpty(item.Path))
        .Aggregate(NamespaceFlags.None, (flags, item) => flags | Kinds[item.Type]);

    /// <summary>Enters the PID namespace that the configuration names; it holds for children, so the parent does it.</summary>
    public static void EnterPid(LinuxStepContext context, RuntimeConfig config)
    {
        foreach (LinuxNamespace item in WithPath(config).Where(item => item.Type == "pid"))
        {
            Enter(context, item);
        }
    }

    /// <summary>Enters all other namespaces that the configuration names; the mount namespace last, since paths change with it.</summary>
    public static void EnterOthers(LinuxStepContext context, RuntimeConfig config)
    {
        foreach (LinuxNamespace item in WithPath(config).Where(item => item.Type != "pid").OrderBy(item => item.Type == "mount"))
        {
            Enter(context, item);
        }
    }

    /// <summary>Leaves for new namespaces, all at once; the PID namespace was made with the process.</summary>
    public static void Unshare(LinuxStepContext context, RuntimeConfig config)
    {
        NamespaceFlags flags = New(config) & ~NamespaceFlags.Pid;
        if (flags != NamespaceFlags.None)
        {
            SystemCall call = Native.Linux.Processes.Unshare.Compose(context.Target, flags);
            call.Subject = flags.ToString();
            context.Builder.Call(call);
        }
    }

    /// <summary>Brings up the loopback interface of a new network namespace.</summary>
    public static void BringLoopbackUp(LinuxStepContext context, RuntimeConfig config)
    {
        if (!New(config).HasFlag(NamespaceFlags.Network))
        {
            return;
        }

        ProgramBuilder builder = context.Builder;
        ProgramRegister socket = context.File;
        builder.Call(socket, Socket.Compose(builder.Target, Socket.InternetFamily, Socket.Datagram, 0));
        builder.Call(InterfaceSetFlags.ComposeUp(builder.Target, socket, "lo"));
        builder.Call(Close.Compose(builder.Target, socket));
    }

    private static IEnumerable<LinuxNamespace> WithPath(RuntimeConfig config) =>
        (config.Linux?.Namespaces ?? []).Where(item => !string.IsNullOrEmpty(item.Path));

    private static void Enter(LinuxStepContext context, LinuxNamespace item)
    {
        ProgramBuilder builder = context.Builder;
        ProgramRegister descriptor = context.File;
        builder.Call(descriptor, Openat.Compose(builder.Target, Openat.CurrentDirectory, item.Path!, OpenFlags.ReadOnly));
        SystemCall call = Setns.Compose(builder.Target, descriptor, Kinds[item.Type]);
        call.Subject = item.Path;
        builder.Call(call);
        builder.Call(Close.Compose(builder.Target, descriptor));
    }
}
