using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>pwrite(2): writes to a place of an open file.</summary>
internal static class Pwrite
{
    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Where, in bytes.</param>
    /// <returns>Bytes written, maybe fewer.</returns>
    /// <exception cref="NativeException">ENOSPC, EDQUOT, ESPIPE and what else write(2) lists.</exception>
    public static unsafe int Invoke(IKernel kernel, Operand file, ReadOnlySpan<byte> bytes, long offset)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = bytes)
        {
            using SystemCall call = FreeBsdSystemCall.Pwrite(kernel.Target).Argument(file);
            call.Argument(call.AddExternal(address, bytes.Length, BlockDirection.In)).Argument(bytes.Length).Argument(offset);
            return (int)kernel.Require(call);
        }
    }
}
