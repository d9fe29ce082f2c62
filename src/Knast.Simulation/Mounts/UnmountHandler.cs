using System.Globalization;
using System.Text.RegularExpressions;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Mounts;

/// <summary>unmount(2).</summary>
internal sealed partial class UnmountHandler(CallContext call)
{
    private readonly MountFlags _flags = (MountFlags)call.UInt32(1);

    /// <summary>Unmounts.</summary>
    public long Run()
    {
        MountPrivilege.Require(call.Process.Credentials);
        string path = call.Path(0);
        Mount mount = _flags.HasFlag(MountFlags.ById) ? ById(path) : ByPath(path);
        KernelError.Unless(!mount.Flags.HasFlag(MountFlags.RootFileSystem), ErrorCode.EINVAL);
        MountPrivilege.RequireOwn(call.Process.Credentials, mount);
        RequireUnused(mount);
        call.Machine.Files.Mounts.Remove(mount);
        mount.Jail.Mounts.Remove(mount);
        mount.Jail.Settle();
        return 0;
    }

    [GeneratedRegex(@"^FSID:(-?\d+):(-?\d+)$")]
    private static partial Regex Identity();

    private Mount ById(string path)
    {
        Match match = Identity().Match(path);
        KernelError.Unless(match.Success, ErrorCode.EINVAL);
        var id = new FileSystemId(
            int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        return call.Machine.Files.Mounts.All.LastOrDefault(mount => mount.Id == id && !mount.IsHidden) ?? throw new KernelError(ErrorCode.ENOENT);
    }

    private Mount ByPath(string path)
    {
        string resolved = Resolve(path);
        return call.Machine.Files.Mounts.All.LastOrDefault(mount => mount.On == resolved && !mount.IsHidden)
            ?? throw new KernelError(ErrorCode.EINVAL);
    }

    private string Resolve(string path)
    {
        try
        {
            Node node = call.Find(-100, path, LookupFlags.Follow).Required;
            return Top(node) ?? path;
        }
        catch (KernelError)
        {
            return path;
        }
    }

    private string? Top(Node node)
    {
        if (node == node.Mount.Root && node.Mount.Covered is not null)
        {
            return node.Mount.IsHidden ? null : node.Mount.On;
        }

        return NodePath.OfAny(node, call.Machine.Files.Root);
    }

    private void RequireUnused(Mount mount)
    {
        IReadOnlyList<Mount> all = call.Machine.Files.Mounts.All;
        bool hasOthers = all.Any(other => other.Covered?.Mount == mount || other.FileSystem.LowerRoots.Any(root => root.Mount == mount));
        KernelError.Unless(!hasOthers, ErrorCode.EBUSY);
        Process[] within = [.. call.Machine.Processes.All.Where(process => !process.HasEnded && (process.WorkingDirectory.Mount == mount || process.Root.Mount == mount))];
        Jail[] rooted = [.. call.Machine.Jails.All.Where(jail => jail.Root?.Mount == mount)];
        if (!_flags.HasFlag(MountFlags.Force))
        {
            KernelError.Unless(mount.OpenFiles.Count == 0 && within.Length == 0 && rooted.Length == 0, ErrorCode.EBUSY);
            return;
        }

        foreach (NodeFile file in mount.OpenFiles)
        {
            file.IsRevoked = true;
        }

        foreach (Process process in within)
        {
            process.WorkingDirectory = process.WorkingDirectory.Mount == mount ? process.Jail.Root! : process.WorkingDirectory;
            process.Root = process.Root.Mount == mount ? process.Jail.Root! : process.Root;
        }
    }
}
