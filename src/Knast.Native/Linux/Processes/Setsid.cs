using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>setsid(2): a session of its own. Only in programs.</summary>
public static class Setsid
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target) =>
        LinuxSystemCall.Setsid(target);
}
