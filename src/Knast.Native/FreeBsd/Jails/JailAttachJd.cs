using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>
/// jail_attach_jd(2) (FreeBSD 15): the process enters the jail that is open. Only in programs. Errors as <see cref="JailAttach"/>,
/// ENOENT: it has gone.
/// </summary>
public static class JailAttachJd
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="jail">The jail's descriptor.</param>
    /// <exception cref="PlatformNotSupportedException">The kernel has no jail descriptors.</exception>
    public static SystemCall Compose(KernelTarget target, Operand jail)
    {
        SystemCall call = FreeBsdSystemCall.JailAttachJd(target).Argument(jail);
        call.Subject = "jail descriptor";
        return call;
    }
}
