using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>prctl(2): settings of a process. Only in programs.</summary>
public static class Prctl
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="setting">Which.</param>
    /// <param name="value">Its argument.</param>
    /// <param name="second">Its second argument.</param>
    public static SystemCall Compose(KernelTarget target, ProcessSetting setting, long value, long second) =>
        LinuxSystemCall.Prctl(target).Argument((long)setting).Argument(value).Argument(second).Argument(0).Argument(0);
}
