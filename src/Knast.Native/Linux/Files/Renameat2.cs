using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>rename(2): renames a file.</summary>
public static class Renameat2
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="fromDirectory">The descriptor of the directory that has the file.</param>
    /// <param name="fromPath">The file.</param>
    /// <param name="toDirectory">The descriptor of the directory that gets it.</param>
    /// <param name="toPath">The new name.</param>
    /// <param name="flags">What happens to a file that has the new name.</param>
    public static SystemCall Compose(KernelTarget target, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath, RenameFlags flags) =>
        LinuxSystemCall.Renameat2(target).Argument(fromDirectory).Argument(fromPath).Argument(toDirectory).Argument(toPath).Argument((long)flags);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="fromDirectory">The descriptor of the directory that has the file.</param>
    /// <param name="fromPath">The file.</param>
    /// <param name="toDirectory">The descriptor of the directory that gets it.</param>
    /// <param name="toPath">The new name.</param>
    /// <param name="flags">What happens to a file that has the new name.</param>
    /// <exception cref="NativeException">ENOENT, EEXIST, EXDEV, ENOTEMPTY and what else rename(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath, RenameFlags flags)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, fromDirectory, fromPath, toDirectory, toPath, flags);
        kernel.Require(call);
    }
}
