using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Terminals;

/// <summary>
/// posix_openpt(2): makes a pseudo terminal and opens the side of whoever shows it. The other side is <c>/dev/pts/</c> and its number
/// (<see cref="TerminalGetNumber"/>), in every devfs mount that shows it.
/// </summary>
public static class PosixOpenpt
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target) =>
        FreeBsdSystemCall.PosixOpenpt(target).Argument((long)(OpenFlags.ReadWrite | OpenFlags.NoControllingTerminal | OpenFlags.CloseOnExec));

    /// <summary>Makes a pseudo terminal.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">EAGAIN: no more of them (RLIMIT_NPTS); EMFILE, ENFILE.</exception>
    public static KernelDescriptor Invoke(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target);
        return kernel.RequireDescriptor(call);
    }
}
