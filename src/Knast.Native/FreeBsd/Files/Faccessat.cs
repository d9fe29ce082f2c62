using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>faccessat(2) with the effective ids: whether a file may be used. Links are followed.</summary>
public static class Faccessat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor, or <see cref="Openat.CurrentDirectory"/>.</param>
    /// <param name="path">The path.</param>
    /// <param name="mode">What is wanted.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, AccessModes mode) =>
        FreeBsdSystemCall.Faccessat(target).Argument(directory).Argument(path).Argument((long)mode).Argument(AtFlags.EffectiveAccess);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor, or <see cref="Openat.CurrentDirectory"/>.</param>
    /// <param name="path">The path.</param>
    /// <param name="mode">What is wanted.</param>
    /// <exception cref="NativeException">EACCES, ENOENT, ENOTDIR and what else access(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, AccessModes mode)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, mode);
        kernel.Require(call);
    }
}
