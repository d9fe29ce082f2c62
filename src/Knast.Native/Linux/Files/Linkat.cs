using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>link(2): gives a file a second name. Links are not followed.</summary>
public static class Linkat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="fromDirectory">The descriptor of the directory that has the file.</param>
    /// <param name="fromPath">The file.</param>
    /// <param name="toDirectory">The descriptor of the directory that gets the name.</param>
    /// <param name="toPath">The new name.</param>
    public static SystemCall Compose(KernelTarget target, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath) =>
        LinuxSystemCall.Linkat(target).Argument(fromDirectory).Argument(fromPath).Argument(toDirectory).Argument(toPath).Argument(0);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="fromDirectory">The descriptor of the directory that has the file.</param>
    /// <param name="fromPath">The file.</param>
    /// <param name="toDirectory">The descriptor of the directory that gets the name.</param>
    /// <param name="toPath">The new name.</param>
    /// <exception cref="NativeException">EEXIST, EXDEV, EMLINK and what else link(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand fromDirectory, KernelText fromPath, Operand toDirectory, KernelText toPath)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, fromDirectory, fromPath, toDirectory, toPath);
        kernel.Require(call);
    }
}
