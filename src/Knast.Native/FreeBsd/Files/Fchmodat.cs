using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fchmodat(2): sets permission bits of a file. A link is not followed, but gets them itself.</summary>
internal static class Fchmodat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="mode">Permission bits with set-user-id, set-group-id and sticky.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, uint mode) =>
        FreeBsdSystemCall.Fchmodat(target).Argument(directory).Argument(path).Argument(mode).Argument(AtFlags.NoFollow);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="mode">Permission bits with set-user-id, set-group-id and sticky.</param>
    /// <exception cref="NativeException">ENOENT, EPERM, EROFS and what else chmod(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, uint mode)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, mode);
        kernel.Require(call);
    }
}
