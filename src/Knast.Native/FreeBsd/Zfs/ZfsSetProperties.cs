using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_SET_PROP: sets properties of a dataset.</summary>
public static class ZfsSetProperties
{
    [AbiConstant("zfs.ZFS_IOC_SET_PROP")]
    private const int Request = 22;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset.</param>
    /// <param name="properties">Numbers (<see langword="ulong"/>: <c>quota</c> in bytes, choices such as <c>readonly</c> as 0 or 1) and strings.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string name, ZfsList properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        string names = string.Join(", ", properties.Select(static pair => pair.Key));
        return ZfsRequest.Compose(target, Request, device, $"ZFS_IOC_SET_PROP {name} {names}", name, properties);
    }

    /// <summary>Sets properties.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset.</param>
    /// <param name="properties">The properties.</param>
    /// <exception cref="NativeException">ENOENT: there is no such dataset. EINVAL: there is no such property, or it cannot have the value. ENOSPC: less than what is used. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand device, string name, ZfsList properties)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ZfsRequest.Require(kernel, Compose(kernel.Target, device, name, properties));
    }
}
