using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_SNAPSHOT_LIST_NEXT: the snapshots of a dataset, one after the other.</summary>
public static class ZfsListSnapshots
{
    [AbiConstant("zfs.ZFS_IOC_SNAPSHOT_LIST_NEXT")]
    private const int Request = 21;

    /// <summary>Makes the call. The kernel writes the next one into its second and third block, with the cookie of the one after it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset.</param>
    /// <param name="cookie">Where the last call ended; 0 for the first.</param>
    /// <param name="capacity">Bytes for the properties.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string name, long cookie, int capacity)
    {
        SystemCall call = ZfsRequest.Compose(target, Request, device, $"ZFS_IOC_SNAPSHOT_LIST_NEXT {name}", name, null, capacity);
        call.Write(ZfsRequest.Command, ZfsCmdLayout.Cookie, 8, cookie);
        return call;
    }

    /// <summary>Reads the snapshots of a dataset.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset.</param>
    /// <returns>None where there are none, or the dataset itself is not there.</returns>
    /// <exception cref="NativeException">EINVAL: no dataset can have the name.</exception>
    public static IReadOnlyList<ZfsDataset> Invoke(IKernel kernel, Operand device, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var datasets = new List<ZfsDataset>();
        long cookie = 0;
        while (true)
        {
            try
            {
                datasets.Add(ZfsRequest.Invoke(
                    kernel,
                    capacity => Compose(kernel.Target, device, name, cookie, capacity),
                    call =>
                    {
                        cookie = ZfsRequest.ReadNumber(call, ZfsCmdLayout.Cookie);
                        return ZfsDatasetReader.Read(call);
                    }));
            }
            catch (NativeException error) when (error.Code == ErrorCode.ESRCH)
            {
                return datasets;
            }
        }
    }
}
