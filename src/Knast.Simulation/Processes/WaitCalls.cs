using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>wait4(2) and wait6(2).</summary>
internal static class WaitCalls
{
    private const int NoHang = 1;
    private const int Untraced = 2;
    private const int Continued = 4;
    private const int NoWait = 8;
    private const int Exited = 16;
    private const int Trapped = 32;
    private const int UsageSize = 144;
    private const int WideUsageSize = 288;
    private const int InformationSize = 80;

    public static void Register(SystemCallTable table)
    {
        table.Add(7, Wait4);
        table.Add(532, Wait6);
    }

    private static long Wait4(CallContext call)
    {
        int pid = call.Int32(0);
        int options = call.Int32(2);
        KernelError.Unless((options & ~(NoHang | Untraced | Continued | NoWait | Exited | Trapped)) == 0, ErrorCode.EINVAL);
        Func<Process, bool> isWanted = pid switch
        {
            -1 => static _ => true,
            0 => child => child.GroupId == call.Process.GroupId,
            < -1 => child => child.GroupId == -pid,
            _ => child => child.Pid == pid,
        };
        Waited? waited = Wait(call, isWanted, options | Exited | Trapped, isAny: pid <= 0);
        if (waited is null)
        {
            return 0;
        }

        WriteStatus(call, 1, waited.Status);
        if (call.Address(3) != 0)
        {
            call.Memory.Write(call.Address(3), UsageSize).Clear();
        }

        return waited.Pid;
    }

    private static long Wait6(CallContext call)
    {
        const int byPid = 0;
        const int byGroup = 2;
        const int bySession = 3;
        const int byUser = 5;
        const int all = 7;
        const int byJail = 12;
        long id = call[1];
        int options = call.Int32(3);
        KernelError.Unless((options & ~(NoHang | Untraced | Continued | NoWait | Exited | Trapped)) == 0, ErrorCode.EINVAL);
        KernelError.Unless((options & (Untraced | Continued | Exited | Trapped)) != 0, ErrorCode.EINVAL);
        Func<Process, bool> isWanted = call.Int32(0) switch
        {
            byPid => child => child.Pid == id,
            byGroup => child => child.GroupId == id,
            bySession => child => child.SessionId == id,
            byUser => child => child.Credentials.EffectiveUser == id,
            byJail => child => child.Jail.Id == id,
            all => static _ => true,
            _ => throw new KernelError(ErrorCode.EINVAL),
        };
        Waited? waited = Wait(call, isWanted, options, isAny: call.Int32(0) != byPid);
        ClearUsage(call, waited);
        if (waited is null)
        {
            return 0;
        }

        WriteStatus(call, 2, waited.Status);
        return waited.Pid;
    }

    private static void ClearUsage(CallContext call, Waited? waited)
    {
        if (call.Address(4) != 0 && waited is not null)
        {
            call.Memory.Write(call.Address(4), WideUsageSize).Clear();
        }

        if (call.Address(5) != 0)
        {
            call.Memory.Write(call.Address(5), InformationSize).Clear();
            if (waited is not null)
            {
                SignalInformation.Write(call.Memory.Write(call.Address(5), InformationSize), waited);
            }
        }
    }

    private static void WriteStatus(CallContext call, int index, int status)
    {
        if (call.Address(index) != 0)
        {
            call.Memory.WriteInt32(call.Address(index), status);
        }
    }

    // A child with a process descriptor is found only by whoever asks for that very one.
    private static Waited? Wait(CallContext call, Func<Process, bool> isWanted, int options, bool isAny)
    {
        bool IsOurs(Process child) => isWanted(child) && !(isAny && child.Handle is not null);
        Waited? found = null;
        bool IsReady()
        {
            KernelError.Unless(call.Process.Children.Any(IsOurs), ErrorCode.ECHILD);
            found = call.Process.Children.Where(IsOurs).Select(child => Look(child, options)).FirstOrDefault(static result => result is not null);
            return found is not null;
        }

        call.Wait(IsReady, (options & NoHang) != 0 ? Deadline.Now : default);
        return found;
    }

    private static Waited? Look(Process child, int options)
    {
        bool keeps = (options & NoWait) != 0;
        var waited = new Waited(child.Pid, child.ExitStatus, child.Credentials.RealUser);
        if (child.State == ProcessState.Zombie && (options & Exited) != 0)
        {
            if (!keeps)
            {
                child.Reap();
            }

            return waited;
        }

        if (!child.HasEnded && child.Signals.UnreportedStop != 0 && (options & Untraced) != 0)
        {
            waited = waited with { Status = WaitStatus.Stopped(child.Signals.UnreportedStop) };
            child.Signals.UnreportedStop = keeps ? child.Signals.UnreportedStop : 0;
            return waited;
        }

        if (!child.HasEnded && child.Signals.IsUnreportedContinue && (options & Continued) != 0)
        {
            child.Signals.IsUnreportedContinue = keeps;
            return waited with { Status = WaitStatus.Continued };
        }

        return null;
    }
}
