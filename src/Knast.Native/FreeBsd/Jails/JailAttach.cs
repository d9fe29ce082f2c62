using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>
/// jail_attach(2): the process enters a jail; its root and working directory become the jail's. Only in programs. EINVAL: no such jail, or it
/// is dying; EPERM: no privilege, or the process has a directory open, be it close-on-exec or a mere place (O_PATH): close all of them before.
/// </summary>
public static class JailAttach
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="jid">The jail's id.</param>
    public static SystemCall Compose(KernelTarget target, Operand jid)
    {
        SystemCall call = FreeBsdSystemCall.JailAttach(target).Argument(jid);
        call.Subject = jid.IsRegister ? "jid" : $"jid={jid.Value}";
        return call;
    }
}
