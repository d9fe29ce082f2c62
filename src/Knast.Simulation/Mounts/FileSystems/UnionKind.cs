using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Files.Stacked;

namespace Knast.Simulation.Mounts.FileSystems;

/// <summary>unionfs(4).</summary>
internal sealed class UnionKind : IFileSystemKind
{
    public bool TakesFiles => false;

    public MountFlags AddedFlags => MountFlags.Local;

    public string SourceName(MountRequest request) => (IsBelow(request) ? "<below>:" : "<above>:") + Target(request);

    public FileSystem Make(CallContext call, MountRequest request, Node covered)
    {
        Node other = call.Find(-100, Target(request), LookupFlags.Follow).Required;
        KernelError.Unless(other.IsDirectory, ErrorCode.ENOTDIR);
        return IsBelow(request) ? new UnionFileSystem(covered, other) : new UnionFileSystem(other, covered);
    }

    public void Update(CallContext call, Mount mount, MountRequest request) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    private static bool IsBelow(MountRequest request) => request.Options.Has("below");

    private static string Target(MountRequest request)
    {
        string? target = request.Options.Has("from") ? request.Options.Text("from") : request.Options.Text("target");
        return target ?? throw new KernelError(ErrorCode.EINVAL, "Illegal target");
    }
}
