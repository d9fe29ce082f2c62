using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Linux.Mounts;
using Knast.Native.Linux.Processes;
using Knast.Native.Programs;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Puts the root file system in its place, and at the end makes it the root (pivot_root(2)).</summary>
internal static class RootSteps
{
    private static readonly Dictionary<string, (MountPropagation Kind, bool IsRecursive)> Propagations = new()
    {
        ["private"] = (MountPropagation.Private, false),
        ["rprivate"] = (MountPropagation.Private, true),
        ["shared"] = (MountPropagation.Shared, false),
        ["rshared"] = (MountPropagation.Shared, true),
        ["slave"] = (MountPropagation.Slave, false),
        ["rslave"] = (MountPropagation.Slave, true),
        ["unbindable"] = (MountPropagation.Unbindable, false),
        ["runbindable"] = (MountPropagation.Unbindable, true),
    };

    /// <summary>Cuts the mounts loose from the host's, and attaches the root file system as a mount of its own.</summary>
    public static void Open(LinuxStepContext context, LinuxLaunchPlan plan)
    {
        ProgramBuilder builder = context.Builder;
        Call(context, null, SetPropagation(context, "/", MountPropagation.Slave, isRecursive: true), "/: slave");
        if (plan.HasRootMount)
        {
            builder.Store(context.Root, LaunchDescriptors.Rootfs);
        }
        else
        {
            SystemCall copy = OpenTree.Compose(context.Target, Openat.CurrentDirectory, plan.RootPath, isRecursive: true);
            Call(context, context.Root, copy, $"rootfs={plan.RootPath}");
        }

        Call(context, null, MoveMount.ComposePath(context.Target, context.Root, plan.RootPath), $"rootfs={plan.RootPath}");
        Call(context, null, SetPropagation(context, "", MountPropagation.Private, isRecursive: true, context.Root), "rootfs: private");
    }

    /// <summary>Makes the root file system the root; the host's is seen no more.</summary>
    public static void Enter(LinuxStepContext context, LinuxLaunchPlan plan)
    {
        if (plan.Config.Root?.Readonly == true)
        {
            SystemCall readOnly = MountSetattr.Compose(
                context.Target, context.Root, "", MountAttributes.ReadOnly, 0, MountPropagation.Unchanged, isRecursive: false);
            Call(context, null, readOnly, "rootfs: read-only");
        }

        Call(context, null, Fchdir.Compose(context.Target, context.Root), "rootfs");
        Call(context, null, PivotRoot.Compose(context.Target), "rootfs");
        Call(context, null, Umount.Compose(context.Target, ".", isLazy: true), "the host's root");
        Call(context, null, Chdir.Compose(context.Target, "/"), "/");
        if (plan.Config.Linux?.RootfsPropagation is { Length: > 0 } propagation)
        {
            (MountPropagation kind, bool isRecursive) = Propagations[propagation];
            Call(context, null, SetPropagation(context, "/", kind, isRecursive), $"rootfs: {propagation}");
        }
    }

    private static SystemCall SetPropagation(
        LinuxStepContext context, string path, MountPropagation kind, bool isRecursive, ProgramRegister? directory = null) =>
        MountSetattr.Compose(
            context.Target, directory is { } register ? register : (Operand)Openat.CurrentDirectory, path, 0, 0, kind, isRecursive);

    private static void Call(LinuxStepContext context, ProgramRegister? result, SystemCall call, string subject)
    {
        call.Subject = subject;
        context.Builder.Call(result, call);
    }
}
