using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>fsmount(2): a mount of the file system, attached nowhere yet. The descriptor is close-on-exec.</summary>
public static class Fsmount
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="context">What fsopen(2) gave.</param>
    /// <param name="attributes">Attributes of the mount.</param>
    public static SystemCall Compose(KernelTarget target, Operand context, MountAttributes attributes) =>
        LinuxSystemCall.Fsmount(target).Argument(context).Argument(1).Argument((long)attributes);
}
