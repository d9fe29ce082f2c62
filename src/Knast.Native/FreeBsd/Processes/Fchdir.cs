using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>fchdir(2): the working directory by its descriptor. Only in programs. ENOTDIR, EACCES.</summary>
public static class Fchdir
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">The directory.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory) =>
        FreeBsdSystemCall.Fchdir(target).Argument(directory);
}
