using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCGETVLAN: what a vlan(4) interface stands on.</summary>
public static class VlanGet
{
    [AbiConstant("SIOCGETVLAN")]
    private const long Request = 0xC020693A;

    /// <summary>The block that gets struct vlanreq.</summary>
    private static BlockReference Configuration { get; } = new(1);

    /// <summary>Makes the call. The kernel writes struct vlanreq into its second block.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The vlan interface.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name)
    {
        SystemCall call = InterfaceRequest.Compose(target, "SIOCGETVLAN", Request, BlockDirection.InOut, socket, name);
        call.Point(InterfaceRequest.Block, IfreqLayout.Data, call.AddBlock(VlanreqLayout.Size, BlockDirection.Out));
        return call;
    }

    /// <summary>Reads parent and tag.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The vlan interface.</param>
    /// <exception cref="NativeException">ENXIO: there is no such interface. EINVAL or ENOTTY: it is no vlan.</exception>
    public static VlanConfiguration Invoke(IKernel kernel, Operand socket, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name);
        kernel.Require(call);
        ReadOnlySpan<byte> request = call.Bytes(Configuration);
        return new VlanConfiguration(
            InterfaceName.Read(request[VlanreqLayout.Parent..]), BinaryPrimitives.ReadUInt16LittleEndian(request[VlanreqLayout.Tag..]));
    }
}
