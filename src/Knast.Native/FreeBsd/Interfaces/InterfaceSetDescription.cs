using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSIFDESCR: describes an interface, by which its owner can know it again.</summary>
public static class InterfaceSetDescription
{
    [AbiConstant("SIOCSIFDESCR")]
    private const long Request = 0x80206929;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="description">The description; empty takes it away.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        SystemCall call = InterfaceRequest.Compose(target, "SIOCSIFDESCR", Request, BlockDirection.In, socket, name);
        if (description.Length != 0)
        {
            BlockReference text = call.AddText(description);
            call.Point(InterfaceRequest.Block, IfreqLayout.Buffer, text);
            call.Write(InterfaceRequest.Block, IfreqLayout.BufferLength, 8, call.Bytes(text).Length);
        }

        return call;
    }

    /// <summary>Sets the description.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="description">The description; empty takes it away.</param>
    /// <exception cref="NativeException">ENAMETOOLONG: longer than sysctl net.ifdescr_maxlen (1024). ENXIO: there is no such interface. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, string description)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, description);
        kernel.Require(call);
    }
}
