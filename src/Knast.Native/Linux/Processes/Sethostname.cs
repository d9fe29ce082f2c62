using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>sethostname(2), in the calling process's UTS namespace. Only in programs.</summary>
public static class Sethostname
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="name">The name.</param>
    public static SystemCall Compose(KernelTarget target, KernelText name)
    {
        int length = name.ByteCount;
        return LinuxSystemCall.Sethostname(target).Argument(name).Argument(length);
    }
}
