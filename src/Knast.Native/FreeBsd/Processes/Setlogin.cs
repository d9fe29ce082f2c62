using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>
/// setlogin(2): the name that getlogin(2) gives the whole session. Only in programs. EPERM; EINVAL: longer than 32 bytes.
/// </summary>
public static class Setlogin
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="name">The user's name.</param>
    public static SystemCall Compose(KernelTarget target, KernelText name) =>
        FreeBsdSystemCall.Setlogin(target).Argument(name);
}
