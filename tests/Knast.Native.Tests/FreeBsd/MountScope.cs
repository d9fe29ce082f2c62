using Knast.Native.FreeBsd.Mounts;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>A mount of one test.</summary>
internal sealed class MountScope : IDisposable
{
    private readonly IKernel _kernel;

    public MountScope(IKernel kernel, Mount mount)
    {
        _kernel = kernel;
        Nmount.Invoke(kernel, mount);
        Status = Statfs.Invoke(kernel, mount.Destination);
    }

    public MountStatus Status { get; }

    /// <summary>By its identifier, since 13.2 garbles the path of a file's mount.</summary>
    public void Dispose() => Unmount.Invoke(_kernel, Status.Id, isForced: true);
}
