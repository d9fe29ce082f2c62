using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Jails;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Mounts;

/// <summary>nmount(2), once its options are read.</summary>
internal sealed class MountHandler(CallContext call, MountRequest request)
{
    private const MountFlags Commands = MountFlags.Update | MountFlags.Force | MountFlags.Reload | MountFlags.NoCover | MountFlags.EmptyDirectory;

    private readonly Credentials _credentials = call.Process.Credentials;

    /// <summary>Mounts, or changes what is mounted.</summary>
    public void Run()
    {
        MountPrivilege.Require(_credentials);
        IFileSystemKind kind = RequireKind();
        MountPrivilege.RequireType(_credentials, request.Type);
        Found found = Find();
        if (request.Flags.HasFlag(MountFlags.Update))
        {
            Update(kind, found.Required);
        }
        else
        {
            Mount(kind, found, found.Required);
        }
    }

    // Up to 14 the kernel mistakes anything that is missing for a missing file system.
    private Found Find()
    {
        try
        {
            Found found = call.Find(-100, request.Path, LookupFlags.Follow);
            _ = found.Required;
            return found;
        }
        catch (KernelError error) when (error.Code == ErrorCode.ENOENT)
        {
            throw Missing();
        }
    }

    private KernelError Missing() => call.Is15 ? new KernelError(ErrorCode.ENOENT) : new KernelError(ErrorCode.EINVAL, "Invalid fstype");

    private IFileSystemKind RequireKind()
    {
        if (FileSystemKinds.Find(request.Type) is not { } kind || !call.Machine.Modules.TryLoadFileSystem(call, request.Type))
        {
            throw new KernelError(ErrorCode.EINVAL, "Invalid fstype");
        }

        return kind;
    }

    private void Update(IFileSystemKind kind, Node node)
    {
        KernelError.Unless(node == node.Mount.Root, ErrorCode.EINVAL);
        MountPrivilege.RequireOwn(_credentials, node.Mount);
        kind.Update(call, node.Mount, request);
        const MountFlags changeable = MountFlags.ReadOnly | MountFlags.NoExec | MountFlags.NoSetUserId | MountFlags.NoAccessTime
            | MountFlags.NoSymbolicFollow | MountFlags.Synchronous | MountFlags.Asynchronous | MountFlags.Union | MountFlags.NoClusterRead;
        node.Mount.Flags = (node.Mount.Flags & ~changeable) | (request.Flags & changeable);
    }

    private void Mount(IFileSystemKind kind, Found found, Node covered)
    {
        string on = PathOf(found, covered);
        Jail jail = _credentials.Jail;
        KernelError.Unless(!_credentials.IsInJail || covered != jail.Root, ErrorCode.EPERM);
        KernelError.Unless(covered.IsDirectory || kind.TakesFiles, ErrorCode.ENOTDIR);
        KernelError.Unless(covered.Type is FileType.Directory or FileType.Regular, ErrorCode.ENOTDIR);
        KernelError.Unless(!request.Flags.HasFlag(MountFlags.NoCover) || covered != covered.Mount.Root, ErrorCode.EBUSY);
        KernelError.Unless(!request.Flags.HasFlag(MountFlags.EmptyDirectory) || covered.List().Count == 0, ErrorCode.ENOTEMPTY);
        FileSystem fileSystem = Make(kind, covered);
        MountTable mounts = call.Machine.Files.Mounts;
        var mount = new Mount(fileSystem, mounts.NewId(fileSystem.TypeName), jail)
        {
            Covered = covered,
            From = kind.SourceName(request),
            On = on,
            Owner = _credentials.EffectiveUser,
            Flags = (request.Flags & ~Commands) | kind.AddedFlags,
        };
        mounts.Add(fileSystem, mount);
        if (!jail.IsRoot)
        {
            jail.Mounts.Add(mount);
        }

        MoveThoseWithin(covered, mount.Root);
    }

    private FileSystem Make(IFileSystemKind kind, Node covered)
    {
        try
        {
            return kind.Make(call, request, covered);
        }
        catch (KernelError error) when (error.Code == ErrorCode.ENOENT)
        {
            throw Missing();
        }
    }

    private string PathOf(Found found, Node covered)
    {
        Node root = call.Machine.Files.Root;
        if (covered.IsDirectory)
        {
            string path = NodePath.Of(covered, root) ?? throw new KernelError(ErrorCode.ENOENT);
            return path.Length < 1024 ? path : throw new KernelError(ErrorCode.ENAMETOOLONG);
        }

        // Up to 14 the last name of a file that is mounted on is lost: what the kernel keeps instead names nothing.
        string directory = NodePath.Of(found.Directory, root) ?? throw new KernelError(ErrorCode.ENOENT);
        string name = call.Is15 ? found.Name : new string('\u00ad', Math.Max(1, found.Name.Length - 1));
        return (directory == "/" ? "" : directory) + "/" + name;
    }

    // Whoever is in the covered directory finds himself in what is mounted there (mountcheckdirs).
    private void MoveThoseWithin(Node covered, Node root)
    {
        foreach (Process process in call.Machine.Processes.All)
        {
            process.WorkingDirectory = process.WorkingDirectory == covered ? root : process.WorkingDirectory;
            process.Root = process.Root == covered ? root : process.Root;
        }

        foreach (Jail jail in call.Machine.Jails.All)
        {
            jail.Root = jail.Root == covered ? root : jail.Root;
        }
    }
}
