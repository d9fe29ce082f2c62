using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>
/// chroot(2): the root directory. Only in programs. EPERM: no privilege, or a directory is open although
/// <c>kern.chroot_allow_open_directories</c> forbids it.
/// </summary>
public static class Chroot
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The path.</param>
    public static SystemCall Compose(KernelTarget target, KernelText path) =>
        FreeBsdSystemCall.Chroot(target).Argument(path);
}
