using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>unlink(2): removes a name.</summary>
public static class Unlinkat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="isDirectory">Whether it is an empty directory; else it must not be a directory.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, bool isDirectory) =>
        FreeBsdSystemCall.Unlinkat(target).Argument(directory).Argument(path).Argument(isDirectory ? AtFlags.RemoveDirectory : 0);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="isDirectory">Whether it is an empty directory; else it must not be a directory.</param>
    /// <exception cref="NativeException">ENOENT, ENOTEMPTY, EISDIR, EPERM, EBUSY and what else unlink(2) and rmdir(2) list.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, bool isDirectory)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, isDirectory);
        kernel.Require(call);
    }
}
