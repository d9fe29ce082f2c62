using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>mkdir(2): makes a directory relative to a directory.</summary>
public static class Mkdirat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="mode">Permission bits, before the umask.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, uint mode) =>
        FreeBsdSystemCall.Mkdirat(target).Argument(directory).Argument(path).Argument(mode);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="mode">Permission bits, before the umask.</param>
    /// <exception cref="NativeException">EEXIST, ENOENT, ENOSPC, EROFS and what else mkdir(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, uint mode)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, mode);
        kernel.Require(call);
    }
}
