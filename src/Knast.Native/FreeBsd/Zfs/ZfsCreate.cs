using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_CREATE: makes a file system. It is not mounted by that.</summary>
public static class ZfsCreate
{
    [AbiConstant("zfs.ZFS_IOC_CREATE")]
    private const int Request = 23;

    [AbiConstant("zfs.DMU_OST_ZFS")]
    private const int FileSystem = 2;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The file system, whose parent is there.</param>
    /// <param name="properties">Its properties, numbers (<see langword="ulong"/>) and strings; null for none.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string name, ZfsList? properties = null)
    {
        var input = new ZfsList { { "type", FileSystem } };
        if (properties is not null)
        {
            input.Add("props", properties);
        }

        return ZfsRequest.Compose(target, Request, device, $"ZFS_IOC_CREATE {name}", name, input);
    }

    /// <summary>Makes a file system.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The file system.</param>
    /// <param name="properties">Its properties; null for none.</param>
    /// <exception cref="NativeException">
    /// EEXIST: there is one. ENOENT: its parent, or the pool, is not there. EINVAL: no dataset can have the name, or a property the value. EDQUOT, ENOSPC, EROFS. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand device, string name, ZfsList? properties = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ZfsRequest.Require(kernel, Compose(kernel.Target, device, name, properties));
    }
}
