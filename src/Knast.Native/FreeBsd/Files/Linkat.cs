using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>link(2): gives a file a second name. A link in the last place is not followed, but linked itself.</summary>
internal static class Linkat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="fromDirectory">Where the file is.</param>
    /// <param name="fromPath">Its path below it.</param>
    /// <param name="toDirectory">Where the new name is.</param>
    /// <param name="toPath">The new path below it.</param>
    public static SystemCall Compose(
        KernelTarget target, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath) =>
        FreeBsdSystemCall.Linkat(target).Argument(fromDirectory).Argument(fromPath).Argument(toDirectory).Argument(toPath).Argument(0);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="fromDirectory">Where the file is.</param>
    /// <param name="fromPath">Its path below it.</param>
    /// <param name="toDirectory">Where the new name is.</param>
    /// <param name="toPath">The new path below it.</param>
    /// <exception cref="NativeException">EEXIST, EXDEV, EMLINK, EPERM and what else link(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, fromDirectory, fromPath, toDirectory, toPath);
        kernel.Require(call);
    }
}
