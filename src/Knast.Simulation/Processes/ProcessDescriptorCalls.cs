using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>pdgetpid(2), pdkill(2) and pdwait(2).</summary>
internal static class ProcessDescriptorCalls
{
    private const int NoHang = 1;

    public static void Register(SystemCallTable table)
    {
        table.Add(520, GetPid);
        table.Add(519, Kill);
        if (table.Release.Is15)
        {
            table.Add(601, Wait);
        }
    }

    private static ProcessDescriptor Descriptor(CallContext call) =>
        call.File(0) as ProcessDescriptor ?? throw new KernelError(call.Is15 ? ErrorCode.EINVAL : ErrorCode.EBADF);

    private static long GetPid(CallContext call)
    {
        call.Memory.WriteInt32(call.Address(1), Descriptor(call).Process.Pid);
        return 0;
    }

    private static long Kill(CallContext call)
    {
        Process target = Descriptor(call).Require();
        KernelError.Unless(call.Int32(1) is >= 0 and <= Signal.Largest, ErrorCode.EINVAL);
        KernelError.Unless(KillCalls.MaySignal(call.Process, target), ErrorCode.EPERM);
        target.Signals.Post(call.Int32(1));
        return 0;
    }

    private static long Wait(CallContext call)
    {
        Process target = Descriptor(call).Require();
        bool isReady = call.Wait(() => target.HasEnded, (call.Int32(2) & NoHang) != 0 ? Deadline.Now : default);
        if (!isReady)
        {
            throw new KernelError(ErrorCode.EAGAIN);
        }

        if (call.Address(1) != 0)
        {
            call.Memory.WriteInt32(call.Address(1), target.ExitStatus);
        }

        target.Reap();
        return 0;
    }
}
