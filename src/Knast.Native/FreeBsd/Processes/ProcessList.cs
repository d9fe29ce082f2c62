using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>The processes of a kernel: sysctl <c>kern.proc</c> (sysctl(3), KERN_PROC).</summary>
public static class ProcessList
{
    private const int UsualCount = 256;

    /// <summary>All processes that may be seen, also those that have ended and were not waited for.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static IReadOnlyList<ProcessStatus> All(IKernel kernel) => ProcessStatus.ReadAll(Sysctl.Read(
        kernel, [SysctlConstants.Kern, SysctlConstants.KernProc, SysctlConstants.KernProcProc, 0], UsualCount * KinfoProcLayout.Size));

    /// <summary>The processes of a jail, not of the jails in it.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="jid">The jail's id.</param>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static IReadOnlyList<ProcessStatus> OfJail(IKernel kernel, int jid) => [.. All(kernel).Where(process => process.Jail == jid)];

    /// <summary>One process.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="pid">Its id.</param>
    /// <returns>Null where there is none, or it may not be seen.</returns>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static ProcessStatus? Find(IKernel kernel, int pid)
    {
        int[] name = [SysctlConstants.Kern, SysctlConstants.KernProc, SysctlConstants.KernProcPid, pid];
        return Sysctl.TryRead(kernel, name, KinfoProcLayout.Size) is { } answer && ProcessStatus.ReadAll(answer) is [ProcessStatus process, ..]
            ? process
            : null;
    }
}
