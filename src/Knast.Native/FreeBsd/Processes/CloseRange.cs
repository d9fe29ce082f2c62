using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>close_range(2): closes descriptors, or marks them close-on-exec. Only in programs.</summary>
public static class CloseRange
{
    [AbiConstant("CLOSE_RANGE_CLOEXEC")]
    private const int OnExec = 4;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="first">The lowest number.</param>
    /// <param name="last">The highest number; 4294967295 for all.</param>
    /// <param name="isOnExec">Whether they are only marked.</param>
    public static SystemCall Compose(KernelTarget target, uint first, uint last, bool isOnExec) =>
        FreeBsdSystemCall.CloseRange(target).Argument(first).Argument(last).Argument(isOnExec ? OnExec : 0);
}
