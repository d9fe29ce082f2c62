using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fsync(2): writes what the kernel has of a file to its disk.</summary>
internal static class Fsync
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    public static SystemCall Compose(KernelTarget target, Operand file) =>
        FreeBsdSystemCall.Fsync(target).Argument(file);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <exception cref="NativeException">EIO, EINVAL (no file of a file system) and what else fsync(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file);
        kernel.Require(call);
    }
}
