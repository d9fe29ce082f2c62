using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>lseek(2): moves the place where the next read or write is.</summary>
internal static class Lseek
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="offset">Bytes.</param>
    /// <param name="origin">From where.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, long offset, SeekOrigin origin) =>
        FreeBsdSystemCall.Lseek(target).Argument(file).Argument(offset).Argument((int)origin);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="offset">Bytes.</param>
    /// <param name="origin">From where.</param>
    /// <returns>The place, in bytes from the start.</returns>
    /// <exception cref="NativeException">EINVAL, ESPIPE (a pipe or socket).</exception>
    public static long Invoke(IKernel kernel, Operand file, long offset, SeekOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, offset, origin);
        return kernel.Require(call);
    }
}
