using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>setresuid(2): all three user ids. Only in programs.</summary>
public static class Setresuid
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="uid">The user id.</param>
    public static SystemCall Compose(KernelTarget target, long uid) =>
        LinuxSystemCall.Setresuid(target).Argument(uid).Argument(uid).Argument(uid);
}
