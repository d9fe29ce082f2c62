using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>getdirentries(2): reads entries of an open directory.</summary>
internal static class Getdirentries
{
    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">The open directory.</param>
    /// <param name="buffer">Where the entries go; at least one block of the file system.</param>
    /// <returns>Bytes; 0 at the end.</returns>
    /// <exception cref="NativeException">
    /// EINVAL (no directory, removed, or too small a buffer), EIO and what else getdirentries(2) lists.
    /// </exception>
    public static unsafe int Invoke(IKernel kernel, Operand directory, Span<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = buffer)
        {
            using SystemCall call = FreeBsdSystemCall.Getdirentries(kernel.Target).Argument(directory);
            call.Argument(call.AddExternal(address, buffer.Length, BlockDirection.Out)).Argument(buffer.Length).Argument(0);
            return (int)kernel.Require(call);
        }
    }
}
