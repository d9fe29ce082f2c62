using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Runtime.Hosts.FreeBsd.Steps;

/// <summary>
/// Makes mounts from inside the directory that they cover: the way there follows no link, and nmount(2) gets "." for its path, so that nobody
/// can put another place in its stead. For a file the last step is by name: a link put there between the two calls would be followed.
/// </summary>
internal static class FreeBsdMountSteps
{
    private const OpenFlags Walk = OpenFlags.ReadOnly | OpenFlags.Directory | OpenFlags.NoFollow;
    private const uint DirectoryMode = 0x1ED;
    private const uint FileMode = 0x1A4;

    /// <summary>Opens the root directory, which is trusted: its path is ours.</summary>
    public static void OpenRoot(FreeBsdStepContext context, string root) => context.Call(
        context.Root, Openat.Compose(context.Target, AtFlags.CurrentDirectory, root, OpenFlags.ReadOnly | OpenFlags.Directory), $"rootfs={root}");

    /// <summary>Makes the places of mounts, as far as no other mount covers them.</summary>
    public static void MakePlaces(FreeBsdStepContext context, IReadOnlyList<FreeBsdMountStep> mounts)
    {
        for (int index = 0; index < mounts.Count; index++)
        {
            FreeBsdMountStep mount = mounts[index];
            bool isCovered = mounts.Take(index).Any(other => mount.Destination.StartsWith(other.Destination + "/", StringComparison.Ordinal));
            if (!isCovered)
            {
                Reach(context, mount);
                CloseParent(context);
            }
        }
    }

    /// <summary>Makes one mount.</summary>
    public static void Mount(FreeBsdStepContext context, FreeBsdMountStep mount)
    {
        string place = "/" + mount.Destination;
        string name = Reach(context, mount);
        context.Call(null, Fchdir.Compose(context.Target, context.Parent), place);
        var call = Nmount.Compose(context.Target, new Mount(mount.FileSystem, name, mount.Options));
        context.Call(null, call, $"{mount.FileSystem} on {place}");
        CloseParent(context);
    }

    /// <summary>Mounts a read-only view of the root file system on a directory of ours.</summary>
    public static void MountReadOnly(FreeBsdStepContext context, string source, string destination) => context.Call(
        null, Nmount.Compose(context.Target, Native.FreeBsd.Mounts.Mount.Nullfs(source, destination, MountFlags.ReadOnly)), $"read-only view of {source} on {destination}");

    /// <summary>Makes a directory below the root with all above it.</summary>
    public static void MakeDirectories(FreeBsdStepContext context, string path)
    {
        Descend(context, path.Split('/', StringSplitOptions.RemoveEmptyEntries), "/" + path);
        CloseParent(context);
    }

    // Leaves the directory that nmount is to be called in open, and gives the name to call it with.
    private static string Reach(FreeBsdStepContext context, FreeBsdMountStep mount)
    {
        string place = "/" + mount.Destination;
        string[] parts = mount.Destination.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (mount.IsDirectory)
        {
            Descend(context, parts, place);
            return ".";
        }

        Descend(context, parts[..^1], place);
        var made = new ProgramLabel();
        context.Call(
            context.File, Openat.Compose(context.Target, context.Parent, parts[^1], OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Exclusive | OpenFlags.NoFollow, FileMode), place,
            OnErrno.GoTo(ErrorCode.EEXIST, made), OnErrno.GoTo(ErrorCode.EROFS, made));
        context.Call(null, Close.Compose(context.Target, context.File), place);
        context.Builder.Mark(made);
        return parts[^1];
    }

    private static void Descend(FreeBsdStepContext context, string[] parts, string place)
    {
        context.Call(context.Parent, Openat.Compose(context.Target, context.Root, ".", Walk), place);
        foreach (string part in parts)
        {
            var opened = new ProgramLabel();
            string subject = $"{part} of {place}";
            context.Call(
                context.Next, Openat.Compose(context.Target, context.Parent, part, Walk), subject,
                OnErrno.Success(opened), OnErrno.Continue(ErrorCode.ENOENT));
            context.Call(null, Mkdirat.Compose(context.Target, context.Parent, part, DirectoryMode), subject, OnErrno.Continue(ErrorCode.EEXIST));
            context.Call(context.Next, Openat.Compose(context.Target, context.Parent, part, Walk), subject);
            context.Builder.Mark(opened);
            CloseParent(context);
            context.Builder.Store(context.Parent, context.Next);
        }
    }

    private static void CloseParent(FreeBsdStepContext context) => context.Builder.Call(Close.Compose(context.Target, context.Parent));
}
