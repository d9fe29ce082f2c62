using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>write(2): writes to an open file, where the last call ended.</summary>
public static class Write
{
    /// <summary>Makes the call with a copy of the bytes, for programs.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="bytes">The bytes.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, ReadOnlySpan<byte> bytes) =>
        LinuxSystemCall.Write(target).Argument(file).ArgumentBytes(bytes).Argument(bytes.Length);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="buffer">The bytes.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="NativeException">EIO, ENOSPC, EFBIG and what else write(2) lists.</exception>
    public static unsafe int Invoke(IKernel kernel, Operand file, ReadOnlySpan<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = buffer)
        {
            using SystemCall call = LinuxSystemCall.Write(kernel.Target).Argument(file);
            BlockReference block = call.AddExternal(address, buffer.Length, BlockDirection.In);
            call.Argument(block).Argument(buffer.Length);
            return (int)kernel.Require(call);
        }
    }
}
