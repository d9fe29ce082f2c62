using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>close_range(2): closes descriptors. Only in programs.</summary>
public static class CloseRange
{
    // linux/close_range.h: CLOSE_RANGE_CLOEXEC
    private const long MarkCloseOnExec = 4;

    /// <summary>Makes the call that closes descriptors only when a program is executed.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="first">The first.</param>
    /// <param name="last">The last; the largest number for all.</param>
    public static SystemCall ComposeOnExec(KernelTarget target, uint first, uint last) =>
        LinuxSystemCall.CloseRange(target).Argument(first).Argument(last).Argument(MarkCloseOnExec);

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="first">The first.</param>
    /// <param name="last">The last; the largest number for all.</param>
    public static SystemCall Compose(KernelTarget target, uint first, uint last) =>
        LinuxSystemCall.CloseRange(target).Argument(first).Argument(last).Argument(0);
}
