using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>faccessat(2): whether the real user may do something with a file.</summary>
public static class Faccessat
{
    /// <summary>F_OK: it is there.</summary>
    public const int Exists = 0;

    /// <summary>X_OK: it can be executed or searched.</summary>
    public const int Execute = 1;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The file, relative to the working directory.</param>
    /// <param name="mode"><see cref="Exists"/> or <see cref="Execute"/>.</param>
    public static SystemCall Compose(KernelTarget target, KernelText path, int mode) =>
        LinuxSystemCall.Faccessat(target).Argument(Openat.CurrentDirectory).Argument(path).Argument(mode);
}
