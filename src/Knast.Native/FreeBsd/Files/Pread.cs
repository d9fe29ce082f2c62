using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>pread(2): reads from a place of an open file.</summary>
internal static class Pread
{
    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="offset">From where, in bytes.</param>
    /// <returns>Bytes read; 0 at the end of the file.</returns>
    /// <exception cref="NativeException">EIO, EISDIR, ESPIPE and what else read(2) lists.</exception>
    public static unsafe int Invoke(IKernel kernel, Operand file, Span<byte> buffer, long offset)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = buffer)
        {
            using SystemCall call = FreeBsdSystemCall.Pread(kernel.Target).Argument(file);
            call.Argument(call.AddExternal(address, buffer.Length, BlockDirection.Out)).Argument(buffer.Length).Argument(offset);
            return (int)kernel.Require(call);
        }
    }
}
