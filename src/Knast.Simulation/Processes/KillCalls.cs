using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Processes;

/// <summary>kill(2).</summary>
internal static class KillCalls
{
    public static void Register(SystemCallTable table) => table.Add(37, Kill);

    /// <summary>Whether a process may send a signal to another (cr_cansignal).</summary>
    public static bool MaySignal(Process sender, Process target)
    {
        Credentials from = sender.Credentials;
        Credentials to = target.Credentials;
        return from.IsSuperuser || from.RealUser == to.RealUser || from.RealUser == to.SavedUser
            || from.EffectiveUser == to.RealUser || from.EffectiveUser == to.SavedUser;
    }

    private static long Kill(CallContext call)
    {
        int pid = call.Int32(0);
        int signal = call.Int32(1);
        KernelError.Unless(signal is >= 0 and <= Signal.Largest, ErrorCode.EINVAL);
        if (pid > 0)
        {
            KillOne(call, pid, signal);
            return 0;
        }

        int group = pid == 0 ? call.Process.GroupId : -pid;
        Process[] targets =
        [
            .. call.Machine.Processes.All.Where(target => !target.HasEnded && target.Jail.IsVisibleTo(call.Process.Jail)
                && (pid == -1 ? target.Pid > ProcessTable.Init && target != call.Process : target.GroupId == group)),
        ];
        KernelError.Unless(targets.Length > 0, ErrorCode.ESRCH);
        Process[] allowed = [.. targets.Where(target => MaySignal(call.Process, target))];
        KernelError.Unless(allowed.Length > 0, ErrorCode.EPERM);
        foreach (Process target in allowed)
        {
            target.Signals.Post(signal);
        }

        return 0;
    }

    private static void KillOne(CallContext call, int pid, int signal)
    {
        Process? target = call.Machine.Processes.Find(pid);
        if (target is null || !target.Jail.IsVisibleTo(call.Process.Jail))
        {
            throw new KernelError(ErrorCode.ESRCH);
        }

        KernelError.Unless(MaySignal(call.Process, target), ErrorCode.EPERM);
        target.Signals.Post(signal);
    }
}
