using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>
/// procctl(2), PROC_REAP_ACQUIRE: the process becomes the reaper of the descendants that it will have. Only in programs. EBUSY: it is one
/// already.
/// </summary>
public static class ProcctlReapAcquire
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target)
    {
        SystemCall call = FreeBsdSystemCall.Procctl(target)
            .Argument(ProcctlConstants.ProcessId).Argument(0).Argument(ProcctlConstants.ReapAcquire).Argument(0);
        call.IsProgramOnly = true;
        return call;
    }
}
