using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>utimensat(2): sets the times of a file. A link is not followed, but gets them itself.</summary>
internal static class Utimensat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="accessed">The time of the last access; null leaves it.</param>
    /// <param name="modified">The time of the last change of content.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, FileTime? accessed, FileTime modified)
    {
        SystemCall call = FreeBsdSystemCall.Utimensat(target).Argument(directory).Argument(path);
        return FileTimes.Argument(call, accessed, modified).Argument(AtFlags.NoFollow);
    }

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="accessed">The time of the last access; null leaves it.</param>
    /// <param name="modified">The time of the last change of content.</param>
    /// <exception cref="NativeException">
    /// ENOENT, EINVAL (nanoseconds out of range), EPERM, EROFS and what else utimensat(2) lists.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, FileTime? accessed, FileTime modified)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, accessed, modified);
        kernel.Require(call);
    }
}
