using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd;

/// <summary>
/// Which FreeBSD a kernel is, by <c>kern.osreldate</c> (sys/param.h, <c>__FreeBSD_version</c>): major * 100000 + minor * 1000 + a
/// counter.
/// </summary>
public static class FreeBsdVersion
{
    private const int First13 = 1_300_000;
    private const int Release15 = 1_500_068;
    private const int PerMajor = 100_000;
    private const int PerMinor = 1_000;

    /// <summary>
    /// Whether it is 15.0 or newer: jail descriptors, and a group list without the effective group. Development kernels before 15.0's release count
    /// as 14, whose calls they still have.
    /// </summary>
    /// <param name="target">The kernel's target.</param>
    public static bool Is15(KernelTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Version >= Release15;
    }

    /// <summary>The version as people write it, such as <c>FreeBSD 15.1</c>.</summary>
    /// <param name="target">The kernel's target.</param>
    public static string Describe(KernelTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.System == KernelSystem.FreeBsd
            ? $"FreeBSD {target.Version / PerMajor}.{target.Version % PerMajor / PerMinor}"
            : target.Name;
    }

    /// <summary>Demands a FreeBSD kernel that Knast knows.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <exception cref="PlatformNotSupportedException">Another system, or FreeBSD 12 or older.</exception>
    public static void Require(KernelTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.System != KernelSystem.FreeBsd || target.Version < First13)
        {
            throw new PlatformNotSupportedException($"This needs the kernel of FreeBSD 13.0 or newer, not of {Describe(target)}.");
        }
    }
}
