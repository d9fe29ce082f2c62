using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_DESTROY: destroys a dataset or a snapshot. A mounted file system must be unmounted first; a snapshot is by itself.</summary>
public static class ZfsDestroy
{
    [AbiConstant("zfs.ZFS_IOC_DESTROY")]
    private const int Request = 24;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset or snapshot.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string name) =>
        ZfsRequest.Compose(target, Request, device, $"ZFS_IOC_DESTROY {name}", name, null);

    /// <summary>Destroys a dataset or a snapshot.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset or snapshot.</param>
    /// <exception cref="NativeException">
    /// ENOENT: there is none. EBUSY: it is mounted or held, or has snapshots. EEXIST: it has datasets below it, or the snapshot has clones. EROFS. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand device, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ZfsRequest.Require(kernel, Compose(kernel.Target, device, name));
    }
}
