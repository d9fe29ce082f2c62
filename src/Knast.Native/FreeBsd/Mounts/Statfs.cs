using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>statfs(2): the mount that a path is on. Links are followed.</summary>
public static class Statfs
{
    /// <summary>Makes the call. The status is block 1.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The path.</param>
    public static SystemCall Compose(KernelTarget target, KernelText path)
    {
        SystemCall call = FreeBsdSystemCall.Statfs(target).Argument(path);
        return call.Argument(call.AddBlock(StatfsLayout.Size, BlockDirection.Out));
    }

    /// <summary>Asks for the mount.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="path">The path.</param>
    /// <exception cref="NativeException">ENOENT, ENOTDIR, EACCES and what else statfs(2) lists.</exception>
    public static MountStatus Invoke(IKernel kernel, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, path);
        kernel.Require(call);
        return MountStatus.Read(call.Bytes(new BlockReference(1)));
    }
}
