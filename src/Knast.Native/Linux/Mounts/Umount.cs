using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>umount2(2).</summary>
public static class Umount
{
    private const long Detach = 2;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The mount.</param>
    /// <param name="isLazy">MNT_DETACH: at once, however busy.</param>
    public static SystemCall Compose(KernelTarget target, KernelText path, bool isLazy) =>
        LinuxSystemCall.Umount2(target).Argument(path).Argument(isLazy ? Detach : 0);
}
