using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Terminals;

/// <summary>
/// TIOCSCTTY (tty(4)): the terminal becomes that of the session. Only in programs. EPERM: the process leads no session, or it has one
/// already.
/// </summary>
public static class TerminalSetControlling
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="terminal">The terminal.</param>
    public static SystemCall Compose(KernelTarget target, Operand terminal)
    {
        SystemCall call = FreeBsdSystemCall.Ioctl(target).Argument(terminal).Argument((long)TerminalRequest.SetControlling).Argument(0);
        call.Subject = "TIOCSCTTY";
        call.IsProgramOnly = true;
        return call;
    }
}
