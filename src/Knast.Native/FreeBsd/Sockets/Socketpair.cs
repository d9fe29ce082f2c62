using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>socketpair(2): two connected sockets.</summary>
public static class Socketpair
{
    /// <summary>
    /// Makes the call. The two descriptors are block 0, 4 bytes each. <see cref="SocketKind.CloseOnExec"/> is always added.
    /// </summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="kind">The kind.</param>
    public static SystemCall Compose(KernelTarget target, SocketKind kind)
    {
        SystemCall call = FreeBsdSystemCall.Socketpair(target)
            .Argument((long)SocketFamily.Unix).Argument((long)(kind | SocketKind.CloseOnExec)).Argument(0);
        return call.Argument(call.AddBlock(8, BlockDirection.Out));
    }

    /// <summary>Opens two sockets.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="kind">The kind.</param>
    /// <exception cref="NativeException">EMFILE, ENFILE, ENOBUFS.</exception>
    public static (KernelDescriptor First, KernelDescriptor Second) Invoke(IKernel kernel, SocketKind kind)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, kind);
        kernel.Require(call);
        ReadOnlySpan<byte> pair = call.Bytes(new BlockReference(0));
        return (new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(pair)),
            new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(pair[4..])));
    }
}
