using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>chdir(2): the working directory. Only in programs. ENOENT, ENOTDIR, EACCES.</summary>
public static class Chdir
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The path.</param>
    public static SystemCall Compose(KernelTarget target, KernelText path) =>
        FreeBsdSystemCall.Chdir(target).Argument(path);
}
