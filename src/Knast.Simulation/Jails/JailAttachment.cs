using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Jails;

/// <summary>How a process enters a jail (do_jail_attach).</summary>
internal static class JailAttachment
{
    /// <summary>Puts the calling process into a jail.</summary>
    /// <exception cref="KernelError">EINVAL: it is dying. EPERM: the process has a directory open.</exception>
    public static void Attach(CallContext call, Jail jail)
    {
        KernelError.Unless(jail.State != JailState.Dying, ErrorCode.EINVAL);
        Process process = call.Process;
        KernelError.Unless(!process.HasOpenDirectory, ErrorCode.EPERM);
        Jail old = process.Jail;
        Node root = PathLookup.Uncovered(jail.Root!);
        process.Root = root;
        process.WorkingDirectory = root;
        process.CpusetId = jail.CpusetId;
        process.Credentials = process.Credentials with { Jail = jail };
        jail.Note(JailEvent.Attach, process.Pid);
        old.Settle();
    }
}
