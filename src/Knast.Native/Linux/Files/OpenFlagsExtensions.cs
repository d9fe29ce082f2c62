using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>Numbers of <see cref="OpenFlags"/>.</summary>
public static class OpenFlagsExtensions
{
    // arch/arm64/include/uapi/asm/fcntl.h
    private const long Arm64Directory = 0x4000;
    private const long Arm64NoFollow = 0x8000;

    /// <summary>The kernel's number.</summary>
    /// <param name="flags">The flags.</param>
    /// <param name="target">The kernel's target.</param>
    public static long ToKernel(this OpenFlags flags, KernelTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        const OpenFlags differing = OpenFlags.Directory | OpenFlags.NoFollow;
        if (target.Architecture == KernelArchitecture.Amd64 || (flags & differing) == 0)
        {
            return (long)flags;
        }

        return (long)(flags & ~differing)
            | (flags.HasFlag(OpenFlags.Directory) ? Arm64Directory : 0)
            | (flags.HasFlag(OpenFlags.NoFollow) ? Arm64NoFollow : 0);
    }
}
