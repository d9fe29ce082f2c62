using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETSTATUSNV: what the packet filter is doing.</summary>
public static class PacketFilterGetStatus
{
    [AbiConstant("DIOCGETSTATUSNV")]
    private const long Request = 0xC0184415;

    /// <summary>Makes the call. The kernel writes a list of names and values into its second block.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="capacity">Bytes for the list.</param>
    public static SystemCall Compose(KernelTarget target, Operand device, int capacity) =>
        NameValueRequest.Compose(target, Request, device, "DIOCGETSTATUSNV", null, capacity);

    /// <summary>Reads the status.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <exception cref="NativeException">ENODEV or ENOTTY: it is no packet filter.</exception>
    public static PacketFilterStatus Invoke(IKernel kernel, Operand device) =>
        PacketFilterStatus.Decode(NameValueRequest.Invoke(kernel, Request, device, "DIOCGETSTATUSNV", null));
}
