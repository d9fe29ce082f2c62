using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>read(2): reads from an open file, from where the last call ended.</summary>
public static class Read
{
    /// <summary>Makes the call with a buffer of its own, for programs.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="length">The most bytes.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, int length)
    {
        SystemCall call = FreeBsdSystemCall.Read(target).Argument(file);
        return call.Argument(call.AddBlock(length, BlockDirection.Out)).Argument(length);
    }

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <returns>Bytes read; 0 at the end of the file.</returns>
    /// <exception cref="NativeException">
    /// EIO, EISDIR, EAGAIN (nothing there yet, opened non-blocking) and what else read(2) lists.
    /// </exception>
    public static unsafe int Invoke(IKernel kernel, Operand file, Span<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = buffer)
        {
            using SystemCall call = FreeBsdSystemCall.Read(kernel.Target).Argument(file);
            call.Argument(call.AddExternal(address, buffer.Length, BlockDirection.Out)).Argument(buffer.Length);
            return (int)kernel.Require(call);
        }
    }
}
