using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>pipe2(2), close-on-exec.</summary>
public static class Pipe2
{
    private const long CloseOnExec = 0x80000;

    /// <summary>Makes a pipe.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">EMFILE, ENFILE.</exception>
    public static (KernelDescriptor Reader, KernelDescriptor Writer) Invoke(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Pipe2(kernel.Target);
        BlockReference pair = call.AddBlock(8, BlockDirection.Out);
        call.Argument(pair).Argument(CloseOnExec);
        kernel.Require(call);
        return (new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(pair))),
            new KernelDescriptor(kernel, BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(pair)[4..])));
    }
}
