using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>procctl(2), PROC_REAP_KILL: signals all processes below a reaper, also those that fork meanwhile.</summary>
public static class ProcctlReapKill
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="reaper">The reaper's process id.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="subtree">Only those below this child of the reaper; null for all.</param>
    public static SystemCall Compose(KernelTarget target, int reaper, int signal, int? subtree = null)
    {
        SystemCall call = FreeBsdSystemCall.Procctl(target)
            .Argument(ProcctlConstants.ProcessId).Argument(reaper).Argument(ProcctlConstants.ReapKill);
        BlockReference request = call.AddBlock(ReaperKillLayout.Size, BlockDirection.InOut);
        call.Write(request, ReaperKillLayout.Signal, 4, signal);
        call.Write(request, ReaperKillLayout.Flags, 4, subtree is null ? 0 : ProcctlConstants.KillSubtree);
        call.Write(request, ReaperKillLayout.Subtree, 4, subtree ?? 0);
        call.Subject = $"reaper {reaper}, signal {signal}";
        return call.Argument(request);
    }

    /// <summary>Signals the processes.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="reaper">The reaper's process id.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="subtree">Only those below this child of the reaper; null for all.</param>
    /// <returns>How many; 0 where there was none (ESRCH).</returns>
    /// <exception cref="NativeException">EPERM: one of them may not be signalled; EINVAL: no such signal.</exception>
    public static int Invoke(IKernel kernel, int reaper, int signal, int? subtree = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, reaper, signal, subtree);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(new BlockReference(0))[ReaperKillLayout.Killed..])
            : result.Code() == ErrorCode.ESRCH ? 0
            : throw result.ToException(call);
    }
}
