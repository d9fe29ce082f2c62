using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSIFNAME: renames an interface, which keeps its addresses and its state.</summary>
public static class InterfaceSetName
{
    [AbiConstant("SIOCSIFNAME")]
    private const long Request = 0x80206928;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="newName">Its new name.</param>
    /// <exception cref="ArgumentException">A name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, string newName)
    {
        InterfaceName.Require(newName);
        SystemCall call = InterfaceRequest.Compose(target, "SIOCSIFNAME", Request, BlockDirection.In, socket, name, newName);
        BlockReference text = call.AddBlock(InterfaceName.FieldSize, BlockDirection.In);
        InterfaceName.Write(call.Bytes(text), newName);
        call.Point(InterfaceRequest.Block, IfreqLayout.Data, text);
        return call;
    }

    /// <summary>Renames an interface.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="newName">Its new name.</param>
    /// <exception cref="NativeException">ENXIO: there is none. EEXIST: the new name is taken. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, string newName)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, newName);
        kernel.Require(call);
    }
}
