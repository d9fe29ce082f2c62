using System.Buffers.Binary;
using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>pipe2(2): a pipe, close-on-exec.</summary>
public static class Pipe2
{
    /// <summary>Makes the call. The two descriptors are block 0, 4 bytes each: the one to read from, the one to write to.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="isBlocking">Whether reading and writing wait.</param>
    public static SystemCall Compose(KernelTarget target, bool isBlocking)
    {
        SystemCall call = FreeBsdSystemCall.Pipe2(target);
        OpenFlags flags = OpenFlags.CloseOnExec | (isBlocking ? 0 : OpenFlags.NonBlocking);
        return call.Argument(call.AddBlock(8, BlockDirection.Out)).Argument((long)flags);
    }

    /// <summary>Makes a pipe whose ends do not block.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">EMFILE, ENFILE, ENOMEM.</exception>
    public static (KernelDescriptor Read, KernelDescriptor Write) Invoke(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, isBlocking: false);
        kernel.Require(call);
        ReadOnlySpan<byte> pair = call.Bytes(new BlockReference(0));
        return (new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(pair)),
            new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(pair[4..])));
    }
}
