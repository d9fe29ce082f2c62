using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>unlink(2): removes a name.</summary>
public static class Unlinkat
{
    private const long RemoveDirectory = 0x200;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="isDirectory">Whether an empty directory is removed (AT_REMOVEDIR) instead of any other file.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, bool isDirectory) =>
        LinuxSystemCall.Unlinkat(target).Argument(directory).Argument(path).Argument(isDirectory ? RemoveDirectory : 0);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="isDirectory">Whether an empty directory is removed (AT_REMOVEDIR) instead of any other file.</param>
    /// <exception cref="NativeException">ENOENT, EISDIR, ENOTEMPTY and what else unlink(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, bool isDirectory)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, isDirectory);
        kernel.Require(call);
    }
}
