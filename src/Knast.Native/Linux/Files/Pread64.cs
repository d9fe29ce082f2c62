using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>pread(2): reads from a place of an open file.</summary>
public static class Pread64
{
    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="offset">Where in the file, in bytes.</param>
    /// <returns>Bytes read; 0 at the end of the file.</returns>
    /// <exception cref="NativeException">EIO, EISDIR and what else pread(2) lists.</exception>
    public static unsafe int Invoke(IKernel kernel, Operand file, Span<byte> buffer, long offset)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = buffer)
        {
            using SystemCall call = LinuxSystemCall.Pread64(kernel.Target).Argument(file);
            BlockReference block = call.AddExternal(address, buffer.Length, BlockDirection.Out);
            call.Argument(block).Argument(buffer.Length).Argument(offset);
            return (int)kernel.Require(call);
        }
    }
}
