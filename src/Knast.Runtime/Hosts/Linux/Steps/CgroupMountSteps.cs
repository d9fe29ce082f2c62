using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Linux.Processes;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Shows the container its cgroups: cgroup v2 itself, or on a host with v1 a tmpfs with a mount for each hierarchy.</summary>
internal static class CgroupMountSteps
{
    /// <summary>Makes the mount of type <c>cgroup</c>.</summary>
    /// <param name="context">The program.</param>
    /// <param name="mount">The mount.</param>
    /// <param name="plan">The hierarchies, and the container's own directory in each.</param>
    public static void Add(LinuxStepContext context, Mount mount, LinuxLaunchPlan plan)
    {
        bool isOwn = NamespaceSteps.New(plan.Config).HasFlag(NamespaceFlags.Cgroup);
        if (plan.Hierarchies.All(hierarchy => hierarchy.IsUnified))
        {
            Mount unified = isOwn || plan.CgroupDirectories.Count == 0
                ? mount with { Type = "cgroup2", Source = "cgroup" }
                : Bind(mount, mount.Destination, plan.CgroupDirectories[0]);
            MountSteps.Add(context, unified, isDirectory: true);
            return;
        }

        string[] access = [.. mount.Options.Where(option => option != "ro")];
        string[] top = [.. access.Where(option => option is "nosuid" or "nodev" or "noexec"), "mode=755"];
        MountSteps.Add(context, new Mount { Destination = mount.Destination, Type = "tmpfs", Source = "tmpfs", Options = top }, isDirectory: true);
        for (int index = 0; index < plan.Hierarchies.Count; index++)
        {
            AddHierarchy(context, mount, plan.Hierarchies[index], isOwn ? null : plan.CgroupDirectories.ElementAtOrDefault(index));
        }

        if (mount.Options.Contains("ro"))
        {
            MaskSteps.MakeReadOnly(context, mount.Destination);
        }
    }

    // Without a cgroup namespace a mount of the hierarchy would show the whole host's; its own directory is what the container may see.
    private static Mount Bind(Mount mount, string destination, string source) => new()
    {
        Destination = destination,
        Type = "bind",
        Source = source,
        Options = ["bind", .. mount.Options.Where(option => option is "ro" or "nosuid" or "nodev" or "noexec")],
    };

    private static void AddHierarchy(LinuxStepContext context, Mount mount, CgroupHierarchy hierarchy, string? directory)
    {
        string name = System.IO.Path.GetFileName(hierarchy.MountPoint);
        string destination = $"{mount.Destination.TrimEnd('/')}/{name}";
        string[] options = [.. mount.Options.Where(option => option is "ro" or "nosuid" or "nodev" or "noexec" or "relatime"), .. hierarchy.Controllers];
        var child = new Mount { Destination = destination, Type = hierarchy.IsUnified ? "cgroup2" : "cgroup", Source = "cgroup", Options = options };
        MountSteps.Add(context, directory is null ? child : Bind(mount, destination, directory), isDirectory: true);
        foreach (string controller in hierarchy.Controllers.Where(controller => controller != name && !controller.Contains('=')))
        {
            LinkController(context, mount.Destination, controller, name);
        }
    }

    // Programs look for /sys/fs/cgroup/cpu where the hierarchy is cpu,cpuacct.
    private static void LinkController(LinuxStepContext context, string directory, string controller, string target)
    {
        PathSteps.Open(context, context.Place, directory);
        context.Builder.Call(Symlinkat.Compose(context.Target, target, context.Place, controller), OnErrno.Continue(ErrorCode.EEXIST));
        context.Builder.Call(Close.Compose(context.Target, context.Place));
    }
}
