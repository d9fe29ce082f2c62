using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>
/// setloginclass(2): the login class that rctl(8) counts for. Only in programs. EPERM; EINVAL: empty or longer than 32 bytes.
/// </summary>
public static class Setloginclass
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="name">The class.</param>
    public static SystemCall Compose(KernelTarget target, KernelText name) =>
        FreeBsdSystemCall.Setloginclass(target).Argument(name);
}
