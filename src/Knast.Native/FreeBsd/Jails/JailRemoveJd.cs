using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>jail_remove_jd(2) (FreeBSD 15): removes the jail that is open.</summary>
public static class JailRemoveJd
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="jail">The jail's descriptor.</param>
    /// <exception cref="PlatformNotSupportedException">The kernel has no jail descriptors.</exception>
    public static SystemCall Compose(KernelTarget target, Operand jail)
    {
        SystemCall call = FreeBsdSystemCall.JailRemoveJd(target).Argument(jail);
        call.Subject = "jail descriptor";
        return call;
    }

    /// <summary>Removes a jail.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="jail">Its descriptor.</param>
    /// <returns>Whether it was still there (ENOENT: it was not).</returns>
    /// <exception cref="NativeException">EPERM: opened without privilege; EINVAL: no jail descriptor.</exception>
    /// <exception cref="PlatformNotSupportedException">The kernel has no jail descriptors.</exception>
    public static bool Invoke(IKernel kernel, KernelDescriptor jail)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, jail);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed || (result.Code() == ErrorCode.ENOENT ? false : throw result.ToException(call));
    }
}
