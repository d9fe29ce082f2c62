using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSETVLAN: puts a vlan(4) interface on a parent, or with an empty one takes it off.</summary>
public static class VlanSet
{
    [AbiConstant("SIOCSETVLAN")]
    private const long Request = 0x80206939;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The vlan interface.</param>
    /// <param name="configuration">Parent and tag.</param>
    /// <exception cref="ArgumentException">A name is longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, VlanConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        SystemCall call = InterfaceRequest.Compose(
            target, "SIOCSETVLAN", Request, BlockDirection.In, socket, name, $"{configuration.Parent} tag {configuration.Tag}");
        call.Point(InterfaceRequest.Block, IfreqLayout.Data, configuration.AddTo(call));
        return call;
    }

    /// <summary>Puts a vlan interface on a parent.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The vlan interface.</param>
    /// <param name="configuration">Parent and tag.</param>
    /// <exception cref="NativeException">
    /// ENOENT: no such parent. ENXIO: no such interface. EPROTONOSUPPORT: the parent is no Ethernet. EBUSY: it has another parent. EEXIST: another interface has that tag on it.
    /// EINVAL: the tag, or no vlan interface. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, VlanConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, configuration);
        kernel.Require(call);
    }
}
