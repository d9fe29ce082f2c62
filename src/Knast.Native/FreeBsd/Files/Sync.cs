using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>sync(2): tells the kernel to write all file systems' data to disk; most only begin with it.</summary>
internal static class Sync
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target) =>
        FreeBsdSystemCall.Sync(target);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">None that sync(2) lists.</exception>
    public static void Invoke(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target);
        kernel.Require(call);
    }
}
