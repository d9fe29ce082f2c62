using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>umask(2): permission bits that new files do not get. Only in programs.</summary>
public static class Umask
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="mask">Permission bits.</param>
    public static SystemCall Compose(KernelTarget target, uint mask) =>
        FreeBsdSystemCall.Umask(target).Argument(mask);
}
