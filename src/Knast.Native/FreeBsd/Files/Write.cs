using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>write(2): writes to an open file where the last call ended.</summary>
public static class Write
{
    /// <summary>Makes the call with a copy of the bytes.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="bytes">The bytes.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, ReadOnlySpan<byte> bytes) =>
        FreeBsdSystemCall.Write(target).Argument(file).ArgumentBytes(bytes).Argument(bytes.Length);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Bytes written, maybe fewer.</returns>
    /// <exception cref="NativeException">ENOSPC, EDQUOT, EPIPE, EAGAIN and what else write(2) lists.</exception>
    public static unsafe int Invoke(IKernel kernel, Operand file, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = bytes)
        {
            using SystemCall call = FreeBsdSystemCall.Write(kernel.Target).Argument(file);
            call.Argument(call.AddExternal(address, bytes.Length, BlockDirection.In)).Argument(bytes.Length);
            return (int)kernel.Require(call);
        }
    }
}
