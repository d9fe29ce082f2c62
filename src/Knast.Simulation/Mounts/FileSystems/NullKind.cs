using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Files.Stacked;

namespace Knast.Simulation.Mounts.FileSystems;

/// <summary>nullfs(5).</summary>
internal sealed class NullKind : IFileSystemKind
{
    public bool TakesFiles => true;

    public MountFlags AddedFlags => MountFlags.Local;

    public string SourceName(MountRequest request) => Target(request);

    public FileSystem Make(CallContext call, MountRequest request, Node covered)
    {
        Node lower = call.Find(-100, Target(request), LookupFlags.Follow).Required;
        KernelError.Unless(covered is not NullNode over || over.Lower != lower, ErrorCode.EDEADLK);
        KernelError.Unless(lower.IsDirectory == covered.IsDirectory, ErrorCode.EINVAL);
        if (lower is NullNode { Lower: var shown } && shown == covered)
        {
            throw new KernelPanicException($"nullfs of {Target(request)} onto the directory that it shows itself: 13.2 panics, 15.1 hangs.");
        }

        return new NullFileSystem(lower);
    }

    public void Update(CallContext call, Mount mount, MountRequest request) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    private static string Target(MountRequest request)
    {
        string? target = request.Options.Has("from") ? request.Options.Text("from") : request.Options.Text("target");
        return target ?? throw new KernelError(ErrorCode.EINVAL);
    }
}
