using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>futimens(2): sets the times of an open file.</summary>
internal static class Futimens
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="accessed">The time of the last access; null leaves it.</param>
    /// <param name="modified">The time of the last change of content.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, FileTime? accessed, FileTime modified) =>
        FileTimes.Argument(FreeBsdSystemCall.Futimens(target).Argument(file), accessed, modified);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="accessed">The time of the last access; null leaves it.</param>
    /// <param name="modified">The time of the last change of content.</param>
    /// <exception cref="NativeException">EINVAL (nanoseconds out of range), EPERM, EROFS and what else utimensat(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, FileTime? accessed, FileTime modified)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, accessed, modified);
        kernel.Require(call);
    }
}
