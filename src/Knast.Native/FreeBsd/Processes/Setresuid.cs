using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>setresuid(2): all three user ids. Only in programs. EPERM: no privilege.</summary>
public static class Setresuid
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="uid">The user id.</param>
    public static SystemCall Compose(KernelTarget target, uint uid) =>
        FreeBsdSystemCall.Setresuid(target).Argument(uid).Argument(uid).Argument(uid);
}
