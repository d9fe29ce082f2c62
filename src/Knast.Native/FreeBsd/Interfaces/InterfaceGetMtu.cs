using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCGIFMTU: how large a packet an interface takes.</summary>
public static class InterfaceGetMtu
{
    [AbiConstant("SIOCGIFMTU")]
    private const long Request = 0xC0206933;

    /// <summary>Makes the call. The kernel writes the size into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name) =>
        InterfaceRequest.Compose(target, "SIOCGIFMTU", Request, BlockDirection.InOut, socket, name);

    /// <summary>Reads the size.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <returns>Bytes.</returns>
    /// <exception cref="NativeException">ENXIO: there is none.</exception>
    public static int Invoke(IKernel kernel, Operand socket, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name);
        kernel.Require(call);
        return BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(InterfaceRequest.Block)[IfreqLayout.Mtu..]);
    }
}
