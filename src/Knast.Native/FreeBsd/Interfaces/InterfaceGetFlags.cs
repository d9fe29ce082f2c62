using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCGIFFLAGS: the flags of an interface, in two halves of 16 bits.</summary>
public static class InterfaceGetFlags
{
    [AbiConstant("SIOCGIFFLAGS")]
    private const long Request = 0xC0206911;

    /// <summary>Makes the call. The kernel writes the flags into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name) =>
        InterfaceRequest.Compose(target, "SIOCGIFFLAGS", Request, BlockDirection.InOut, socket, name);

    /// <summary>Reads the flags.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="NativeException">ENXIO: there is none.</exception>
    public static InterfaceFlags Invoke(IKernel kernel, Operand socket, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name);
        kernel.Require(call);
        return (InterfaceFlags)BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(InterfaceRequest.Block)[IfreqLayout.Flags..]);
    }
}
