using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>setsid(2): a session of its own, without a terminal. Only in programs. EPERM: it leads a process group.</summary>
public static class Setsid
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target) =>
        FreeBsdSystemCall.Setsid(target);
}
