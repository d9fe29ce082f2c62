using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>Jail descriptors, which came with FreeBSD 15.0.</summary>
public static class JailDescriptors
{
    private const JailFlags WithDescriptor =
        JailFlags.UseDescriptor | JailFlags.AtDescriptor | JailFlags.GetDescriptor | JailFlags.OwnDescriptor;

    /// <summary>Whether a kernel has them.</summary>
    /// <param name="target">The kernel's target.</param>
    public static bool AreSupported(KernelTarget target) => FreeBsdVersion.Is15(target);

    /// <summary>Refuses flags that the kernel does not know.</summary>
    internal static void Require(KernelTarget target, JailFlags flags)
    {
        if ((flags & WithDescriptor) != 0 && !AreSupported(target))
        {
            throw new PlatformNotSupportedException(
                $"Jail descriptors ({flags & WithDescriptor}) came with FreeBSD 15.0; this kernel is {FreeBsdVersion.Describe(target)}.");
        }
    }
}
