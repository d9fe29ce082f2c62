using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Processes;

/// <summary>setsid(2), setpgid(2) and what asks for them.</summary>
internal static class SessionCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(147, SetSession);
        table.Add(82, SetGroup);
        table.Add(81, static call => call.Process.GroupId);
        table.Add(207, static call => Target(call).GroupId);
        table.Add(310, static call => Target(call).SessionId);
    }

    private static Process Target(CallContext call) => call.Int32(0) == 0 ? call.Process
        : call.Machine.Processes.Find(call.Int32(0)) is { HasEnded: false } found && found.Jail.IsVisibleTo(call.Process.Jail) ? found
        : throw new KernelError(ErrorCode.ESRCH);

    private static long SetSession(CallContext call)
    {
        Process own = call.Process;
        KernelError.Unless(own.GroupId != own.Pid && call.Machine.Processes.All.All(other => other.GroupId != own.Pid), ErrorCode.EPERM);
        own.GroupId = own.SessionId = own.Pid;
        return own.Pid;
    }

    private static long SetGroup(CallContext call)
    {
        Process target = Target(call);
        int group = call.Int32(1) == 0 ? target.Pid : call.Int32(1);
        KernelError.Unless(call.Int32(1) >= 0, ErrorCode.EINVAL);
        KernelError.Unless(target == call.Process || target.Parent == call.Process, ErrorCode.ESRCH);
        KernelError.Unless(target.SessionId == call.Process.SessionId && target.SessionId != target.Pid, ErrorCode.EPERM);
        bool isThere = group == target.Pid
            || call.Machine.Processes.All.Any(other => other.GroupId == group && other.SessionId == call.Process.SessionId);
        KernelError.Unless(isThere, ErrorCode.EPERM);
        target.GroupId = group;
        return 0;
    }
}
