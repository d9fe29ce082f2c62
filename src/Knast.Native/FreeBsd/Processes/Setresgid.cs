using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>setresgid(2): all three group ids. Only in programs. EPERM: no privilege.</summary>
public static class Setresgid
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="gid">The group id.</param>
    public static SystemCall Compose(KernelTarget target, uint gid) =>
        FreeBsdSystemCall.Setresgid(target).Argument(gid).Argument(gid).Argument(gid);
}
