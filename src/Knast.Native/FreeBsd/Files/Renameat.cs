using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>rename(2): renames a file, replacing what has the new name.</summary>
internal static class Renameat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="fromDirectory">Where the file is.</param>
    /// <param name="fromPath">Its path below it.</param>
    /// <param name="toDirectory">Where it goes.</param>
    /// <param name="toPath">The new path below it.</param>
    public static SystemCall Compose(
        KernelTarget target, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath) =>
        FreeBsdSystemCall.Renameat(target).Argument(fromDirectory).Argument(fromPath).Argument(toDirectory).Argument(toPath);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="fromDirectory">Where the file is.</param>
    /// <param name="fromPath">Its path below it.</param>
    /// <param name="toDirectory">Where it goes.</param>
    /// <param name="toPath">The new path below it.</param>
    /// <exception cref="NativeException">ENOENT, EXDEV, ENOTEMPTY, EBUSY and what else rename(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, fromDirectory, fromPath, toDirectory, toPath);
        kernel.Require(call);
    }
}
