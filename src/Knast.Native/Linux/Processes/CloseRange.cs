using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>close_range(2): closes descriptors. Only in programs.</summary>
public static class CloseRange
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="first">The first.</param>
    /// <param name="last">The last; the largest number for all.</param>
    public static SystemCall Compose(KernelTarget target, uint first, uint last) =>
        LinuxSystemCall.CloseRange(target).Argument(first).Argument(last).Argument(0);
}
