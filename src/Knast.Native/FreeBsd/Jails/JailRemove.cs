using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>
/// jail_remove(2): kills every process of a jail and of the jails inside, and removes them all. It may linger as a dying one.
/// </summary>
public static class JailRemove
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="jid">The jail's id.</param>
    public static SystemCall Compose(KernelTarget target, Operand jid)
    {
        SystemCall call = FreeBsdSystemCall.JailRemove(target).Argument(jid);
        call.Subject = jid.IsRegister ? "jid" : $"jid={jid.Value}";
        return call;
    }

    /// <summary>Removes a jail.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="jid">Its id.</param>
    /// <returns>Whether there was one (EINVAL: there was none).</returns>
    /// <exception cref="NativeException">EPERM: no privilege.</exception>
    public static bool Invoke(IKernel kernel, int jid)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, jid);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed || (result.Code() == ErrorCode.EINVAL ? false : throw result.ToException(call));
    }
}
