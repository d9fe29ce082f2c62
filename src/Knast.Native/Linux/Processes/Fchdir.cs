using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>fchdir(2). Only in programs.</summary>
public static class Fchdir
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">Its descriptor.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory) =>
        LinuxSystemCall.Fchdir(target).Argument(directory);
}
