using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCGIFCAP: what an interface can take off the kernel, and what of that it does.</summary>
public static class InterfaceGetCapabilities
{
    [AbiConstant("SIOCGIFCAP")]
    private const long Request = 0xC020691F;

    /// <summary>Makes the call. The kernel writes both into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name) =>
        InterfaceRequest.Compose(target, "SIOCGIFCAP", Request, BlockDirection.InOut, socket, name);

    /// <summary>Reads both.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="NativeException">ENXIO: there is no such interface.</exception>
    public static (InterfaceCapabilities Available, InterfaceCapabilities Enabled) Invoke(IKernel kernel, Operand socket, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name);
        kernel.Require(call);
        ReadOnlySpan<byte> both = call.Bytes(InterfaceRequest.Block)[IfreqLayout.Capabilities..];
        return ((InterfaceCapabilities)BinaryPrimitives.ReadInt32LittleEndian(both),
            (InterfaceCapabilities)BinaryPrimitives.ReadInt32LittleEndian(both[4..]));
    }
}
