using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>procctl(2), PROC_NO_NEW_PRIVS_CTL: set-user-id and set-group-id no longer count for the process and those it starts. Only in programs.</summary>
public static class ProcctlNoNewPrivileges
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target)
    {
        SystemCall call = FreeBsdSystemCall.Procctl(target).Argument(ProcctlConstants.ProcessId).Argument(0).Argument(ProcctlConstants.NoNewPrivileges);
        BlockReference value = call.AddBlock(4, BlockDirection.In);
        call.Write(value, 0, 4, ProcctlConstants.EnableNoNewPrivileges);
        call.IsProgramOnly = true;
        return call.Argument(value);
    }
}
