using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Linux.Mounts;
using Knast.Native.Programs;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Hides paths from the container and makes paths read-only. What is not there needs neither.</summary>
internal static class MaskSteps
{
    /// <summary>Hides a file behind /dev/null, or a directory behind an empty read-only tmpfs.</summary>
    public static void Hide(LinuxStepContext context, string path)
    {
        ProgramBuilder builder = context.Builder;
        var done = new ProgramLabel();
        var isFile = new ProgramLabel();
        var attached = new ProgramLabel();
        PathSteps.Open(context, context.Place, path, done);
        PathSteps.Open(context, context.Next, path.TrimEnd('/') + "/.", isFile);
        builder.Call(Close.Compose(context.Target, context.Next));
        MountSteps.Make(context, "tmpfs", "tmpfs", LinuxMountOptions.Parse(["ro", "nosuid", "nodev", "noexec", "nr_inodes=1", "size=4k"]), path);
        builder.GoTo(attached);
        builder.Mark(isFile);
        SystemCall copy = OpenTree.Compose(context.Target, Openat.CurrentDirectory, "/dev/null", isRecursive: false);
        copy.Subject = $"/dev/null for {path}";
        builder.Call(context.Mount, copy);
        builder.Mark(attached);
        Attach(context, path);
        builder.Mark(done);
    }

    /// <summary>Puts a read-only copy of a mount tree on itself.</summary>
    public static void MakeReadOnly(LinuxStepContext context, string path)
    {
        var done = new ProgramLabel();
        PathSteps.Open(context, context.Place, path, done);
        SystemCall copy = OpenTree.Compose(context.Target, context.Place, "", isRecursive: true);
        copy.Subject = path;
        context.Builder.Call(context.Mount, copy);
        SystemCall readOnly = MountSetattr.Compose(
            context.Target, context.Mount, "", MountAttributes.ReadOnly, 0, MountPropagation.Unchanged, isRecursive: true);
        readOnly.Subject = $"{path}: read-only";
        context.Builder.Call(readOnly);
        Attach(context, path);
        context.Builder.Mark(done);
    }

    private static void Attach(LinuxStepContext context, string path)
    {
        SystemCall move = MoveMount.Compose(context.Target, context.Mount, context.Place);
        move.Subject = path;
        context.Builder.Call(move);
        context.Builder.Call(Close.Compose(context.Target, context.Mount));
        context.Builder.Call(Close.Compose(context.Target, context.Place));
    }
}
