using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>pivot_root(2) of the working directory onto itself: the new root, with the old one on top of it. Only in programs.</summary>
public static class PivotRoot
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target) =>
        LinuxSystemCall.PivotRoot(target).Argument(".").Argument(".");
}
