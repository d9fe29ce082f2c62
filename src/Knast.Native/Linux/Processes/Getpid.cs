using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>getpid(2): the id of the calling process, as its PID namespace counts.</summary>
public static class Getpid
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target) => LinuxSystemCall.Getpid(target);
}
