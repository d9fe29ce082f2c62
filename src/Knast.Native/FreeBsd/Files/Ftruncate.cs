using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>ftruncate(2): sets the size of an open file.</summary>
internal static class Ftruncate
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="length">Bytes.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, long length) =>
        FreeBsdSystemCall.Ftruncate(target).Argument(file).Argument(length);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="NativeException">EFBIG, EINVAL, EROFS and what else truncate(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, long length)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, length);
        kernel.Require(call);
    }
}
