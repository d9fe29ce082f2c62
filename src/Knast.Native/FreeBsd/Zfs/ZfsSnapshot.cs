using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_SNAPSHOT: takes snapshots of datasets of one pool, all at the same moment or none.</summary>
public static class ZfsSnapshot
{
    [AbiConstant("zfs.ZFS_IOC_SNAPSHOT")]
    private const int Request = 35;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="names">The snapshots, such as <c>zroot/knast@base</c>; one for a dataset.</param>
    /// <exception cref="ArgumentException">There is none, or a name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentOutOfRangeException.ThrowIfZero(names.Length, nameof(names));
        var snapshots = new ZfsList();
        foreach (string name in names)
        {
            ZfsRequest.RequireName(name);
            snapshots.Add(name, null);
        }

        return ZfsRequest.Compose(
            target, Request, device, $"ZFS_IOC_SNAPSHOT {string.Join(", ", names)}", ZfsRequest.PoolOf(names[0]), new ZfsList { { "snaps", snapshots } });
    }

    /// <summary>Takes snapshots.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="names">The snapshots.</param>
    /// <exception cref="NativeException">EEXIST: there is one. ENOENT: a dataset is not there. EXDEV: they are of several pools. EINVAL. ENOSPC, EROFS. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand device, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ZfsRequest.Require(kernel, Compose(kernel.Target, device, names));
    }
}
