using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>fsopen(2): begins a new file system. The descriptor is close-on-exec.</summary>
public static class Fsopen
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="type">Such as <c>tmpfs</c>.</param>
    public static SystemCall Compose(KernelTarget target, KernelText type) =>
        LinuxSystemCall.Fsopen(target).Argument(type).Argument(1);
}
