using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_CLONE: makes a file system that begins as a snapshot, and shares what neither changes.</summary>
public static class ZfsClone
{
    [AbiConstant("zfs.ZFS_IOC_CLONE")]
    private const int Request = 66;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The file system, whose parent is there.</param>
    /// <param name="origin">The snapshot, in the same pool.</param>
    /// <param name="properties">Its properties; null for none.</param>
    /// <exception cref="ArgumentException">A name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string name, string origin, ZfsList? properties = null)
    {
        ZfsRequest.RequireName(origin);
        var input = new ZfsList { { "origin", origin } };
        if (properties is not null)
        {
            input.Add("props", properties);
        }

        return ZfsRequest.Compose(target, Request, device, $"ZFS_IOC_CLONE {name} of {origin}", name, input);
    }

    /// <summary>Makes a clone.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The file system.</param>
    /// <param name="origin">The snapshot.</param>
    /// <param name="properties">Its properties; null for none.</param>
    /// <exception cref="NativeException">
    /// EEXIST: there is one. ENOENT: the snapshot or the parent is not there. EXDEV: the snapshot is in another pool. EINVAL. EDQUOT, ENOSPC, EROFS. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand device, string name, string origin, ZfsList? properties = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ZfsRequest.Require(kernel, Compose(kernel.Target, device, name, origin, properties));
    }
}
