using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>umask(2). Only in programs.</summary>
public static class Umask
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="mask">Permission bits that new files do not get.</param>
    public static SystemCall Compose(KernelTarget target, uint mask) =>
        LinuxSystemCall.Umask(target).Argument(mask);
}
