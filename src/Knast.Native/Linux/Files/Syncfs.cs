using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>sync(2): writes what a file system has in memory to its disk.</summary>
public static class Syncfs
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    public static SystemCall Compose(KernelTarget target, Operand file) =>
        LinuxSystemCall.Syncfs(target).Argument(file);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <exception cref="NativeException">EIO, ENOSPC, EDQUOT.</exception>
    public static void Invoke(IKernel kernel, Operand file)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file);
        kernel.Require(call);
    }
}
