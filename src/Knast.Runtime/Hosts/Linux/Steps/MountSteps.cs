using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Linux.Mounts;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Makes the mounts of a configuration, in the order given, each as a mount attached nowhere that is then moved to its place.</summary>
internal static class MountSteps
{
    /// <summary>Makes one mount.</summary>
    /// <param name="context">The program.</param>
    /// <param name="mount">The mount.</param>
    /// <param name="isDirectory">Whether its place is to be a directory; a bind mount of a file wants a file.</param>
    public static void Add(LinuxStepContext context, Mount mount, bool isDirectory)
    {
        LinuxMountOptions options = LinuxMountOptions.Parse(mount.Options);
        if (options.IsBind || mount.Type == "bind")
        {
            Bind(context, mount, options);
        }
        else
        {
            Make(context, mount.Type ?? "none", mount.Source, options, mount.Destination);
        }

        Attach(context, mount.Destination, isDirectory);
        Propagate(context, options, mount.Destination);
    }

    /// <summary>Makes a file system that is attached nowhere yet, in <see cref="LinuxStepContext.Mount"/>.</summary>
    public static void Make(LinuxStepContext context, string type, string? source, LinuxMountOptions options, string destination)
    {
        ProgramBuilder builder = context.Builder;
        Call(context, context.File, Fsopen.Compose(context.Target, type), $"{type} for {destination}");
        if (!string.IsNullOrEmpty(source))
        {
            Call(context, null, Fsconfig.ComposeString(context.Target, context.File, "source", source), $"source={source} for {destination}");
        }

        foreach ((string key, string? value) in options.FileSystem)
        {
            SystemCall call = value is null
                ? Fsconfig.ComposeFlag(context.Target, context.File, key)
                : Fsconfig.ComposeString(context.Target, context.File, key, value);
            Call(context, null, call, $"option {(value is null ? key : $"{key}={value}")} of {type} for {destination}");
        }

        Call(context, null, Fsconfig.ComposeCreate(context.Target, context.File), $"{type} for {destination}");
        MountAttributes attributes = options.Set | options.RecursiveSet;
        Call(context, context.Mount, Fsmount.Compose(context.Target, context.File, attributes), $"{type} for {destination}");
        builder.Call(Close.Compose(context.Target, context.File));
    }

    /// <summary>Moves <see cref="LinuxStepContext.Mount"/> to its place, which is made if it is missing.</summary>
    public static void Attach(LinuxStepContext context, string destination, bool isDirectory)
    {
        PathSteps.Ensure(context, context.Place, destination, isDirectory);
        Call(context, null, MoveMount.Compose(context.Target, context.Mount, context.Place), destination);
        context.Builder.Call(Close.Compose(context.Target, context.Place));
    }

    private static void Bind(LinuxStepContext context, Mount mount, LinuxMountOptions options)
    {
        string source = mount.Source ?? "";
        SystemCall copy = OpenTree.Compose(context.Target, Openat.CurrentDirectory, source, options.IsRecursiveBind);
        Call(context, context.Mount, copy, $"{source} for {mount.Destination}");
        SetAttributes(context, options.Set, options.Clear, isRecursive: false, mount.Destination);
        SetAttributes(context, options.RecursiveSet, options.RecursiveClear, isRecursive: true, mount.Destination);
    }

    private static void SetAttributes(LinuxStepContext context, MountAttributes set, MountAttributes clear, bool isRecursive, string destination)
    {
        if ((set | clear) != MountAttributes.None)
        {
            SystemCall call = MountSetattr.Compose(context.Target, context.Mount, "", set, clear, MountPropagation.Unchanged, isRecursive);
            Call(context, null, call, $"{destination}: {set}");
        }
    }

    // A mount can only be shared where it is attached.
    private static void Propagate(LinuxStepContext context, LinuxMountOptions options, string destination)
    {
        foreach ((MountPropagation kind, bool isRecursive) in options.Propagation)
        {
            Call(context, null, MountSetattr.Compose(context.Target, context.Mount, "", 0, 0, kind, isRecursive), $"{destination}: {kind}");
        }

        context.Builder.Call(Close.Compose(context.Target, context.Mount));
    }

    private static void Call(LinuxStepContext context, ProgramRegister? result, SystemCall call, string subject)
    {
        call.Subject = subject;
        context.Builder.Call(result, call);
    }
}
