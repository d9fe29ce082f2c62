using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>chdir(2). Only in programs.</summary>
public static class Chdir
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The directory.</param>
    public static SystemCall Compose(KernelTarget target, KernelText path) =>
        LinuxSystemCall.Chdir(target).Argument(path);
}
