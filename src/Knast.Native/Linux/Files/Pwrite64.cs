using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>pwrite(2): writes to a place of an open file.</summary>
public static class Pwrite64
{
    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="buffer">The bytes.</param>
    /// <param name="offset">Where in the file, in bytes.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="NativeException">EIO, ENOSPC, EFBIG and what else pwrite(2) lists.</exception>
    public static unsafe int Invoke(IKernel kernel, Operand file, ReadOnlySpan<byte> buffer, long offset)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = buffer)
        {
            using SystemCall call = LinuxSystemCall.Pwrite64(kernel.Target).Argument(file);
            BlockReference block = call.AddExternal(address, buffer.Length, BlockDirection.In);
            call.Argument(block).Argument(buffer.Length).Argument(offset);
            return (int)kernel.Require(call);
        }
    }
}
