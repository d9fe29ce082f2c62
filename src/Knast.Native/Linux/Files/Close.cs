using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>close(2), for programs; elsewhere <see cref="KernelDescriptor"/> does it.</summary>
public static class Close
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="descriptor">What to close.</param>
    public static SystemCall Compose(KernelTarget target, Operand descriptor) => LinuxSystemCall.Close(target).Argument(descriptor);
}
