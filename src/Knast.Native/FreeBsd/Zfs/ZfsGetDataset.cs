using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_OBJSET_STATS: a dataset and its properties.</summary>
public static class ZfsGetDataset
{
    [AbiConstant("zfs.ZFS_IOC_OBJSET_STATS")]
    private const int Request = 18;

    /// <summary>Makes the call. The kernel writes into its second block what the dataset is, and into the third its properties.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset or snapshot.</param>
    /// <param name="capacity">Bytes for the properties.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string name, int capacity) =>
        ZfsRequest.Compose(target, Request, device, $"ZFS_IOC_OBJSET_STATS {name}", name, null, capacity);

    /// <summary>Reads a dataset.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset or snapshot.</param>
    /// <returns>Null where there is none (ENOENT).</returns>
    /// <exception cref="NativeException">EINVAL: no dataset can have the name. EIO: the pool is suspended.</exception>
    public static ZfsDataset? TryInvoke(IKernel kernel, Operand device, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        try
        {
            return ZfsRequest.Invoke(kernel, capacity => Compose(kernel.Target, device, name, capacity), ZfsDatasetReader.Read);
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOENT)
        {
            return null;
        }
    }
}
