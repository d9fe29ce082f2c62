using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>ioctl(2) ZFS_IOC_INHERIT_PROP: takes a property from a dataset, so that it is its parent's or the default again.</summary>
public static class ZfsInheritProperty
{
    [AbiConstant("zfs.ZFS_IOC_INHERIT_PROP")]
    private const int Request = 43;

    private const int ValueSize = 2048;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset.</param>
    /// <param name="property">The property.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string name, string property)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        SystemCall call = ZfsRequest.Compose(target, Request, device, $"ZFS_IOC_INHERIT_PROP {name} {property}", name, null);
        FixedText.Write(call.Bytes(ZfsRequest.Command).Slice(ZfsCmdLayout.Value, ValueSize), property, "The property");
        return call;
    }

    /// <summary>Takes a property.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="name">The dataset.</param>
    /// <param name="property">The property.</param>
    /// <exception cref="NativeException">ENOENT: there is no such dataset. EINVAL: it cannot be inherited. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand device, string name, string property)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ZfsRequest.Require(kernel, Compose(kernel.Target, device, name, property));
    }
}
