using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>procctl(2): reapers.</summary>
internal static class ProcessControlCalls
{
    private const int ReapAcquire = 2;
    private const int ReapRelease = 3;
    private const int ReapStatus = 4;
    private const int ReapGetPids = 5;
    private const int ReapKill = 6;
    private const int NoNewPrivileges = 19;
    private const int StatusSize = 80;
    private const int PidEntrySize = 72;
    private const int Owned = 1;
    private const int RealInit = 2;
    private const int EntryIsValid = 1;
    private const int EntryIsChild = 2;
    private const int EntryIsReaper = 4;
    private const int KillChildrenOnly = 1;
    private const int KillSubtree = 2;

    public static void Register(SystemCallTable table) => table.Add(544, Control);

    private static long Control(CallContext call)
    {
        const int byPid = 0;
        KernelError.Unless(call.Int32(0) == byPid, ErrorCode.EINVAL);
        Process target = call[1] == 0 || call[1] == call.Process.Pid ? call.Process
            : call.Machine.Processes.Find((int)call[1]) is { } found && found.Jail.IsVisibleTo(call.Process.Jail) ? found
            : throw new KernelError(ErrorCode.ESRCH);
        switch (call.Int32(2))
        {
            case ReapAcquire:
                KernelError.Unless(target == call.Process, ErrorCode.EPERM);
                KernelError.Unless(!target.IsReaper, ErrorCode.EBUSY);
                target.IsReaper = true;
                return 0;
            case ReapRelease:
                KernelError.Unless(target == call.Process, ErrorCode.EPERM);
                KernelError.Unless(target.IsReaper && target.Pid != ProcessTable.Init, ErrorCode.EINVAL);
                Release(target);
                return 0;
            case ReapStatus:
                WriteStatus(call, target);
                return 0;
            case ReapGetPids:
                return WritePids(call, target);
            case ReapKill:
                return Kill(call, target);
            case NoNewPrivileges:
                return 0;
            default:
                throw new KernelError(ErrorCode.EINVAL);
        }
    }

    private static void Release(Process reaper)
    {
        reaper.IsReaper = false;
    }

    private static Process ReaperOf(Process target) => target.IsReaper ? target : target.Reaper;

    // The subtree does not go below another reaper.
    private static IEnumerable<Process> Descendants(Process reaper) => reaper.Children.SelectMany(
        static child => child.IsReaper ? [child] : Descendants(child).Prepend(child));

    private static void WriteStatus(CallContext call, Process target)
    {
        Process reaper = ReaperOf(target);
        Process[] descendants = [.. Descendants(reaper)];
        Span<byte> to = call.Memory.Write(call.Address(3), StatusSize);
        to.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(to, (target == reaper ? Owned : 0) | (reaper.Pid == ProcessTable.Init ? RealInit : 0));
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], reaper.Children.Count);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], descendants.Length);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], reaper.Pid);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], descendants.Length == 0 ? -1 : descendants[0].Pid);
    }

    private static long WritePids(CallContext call, Process target)
    {
        Process reaper = ReaperOf(target);
        int room = call.Memory.ReadInt32(call.Address(3));
        ulong entries = call.Memory.ReadUInt64(call.Address(3) + 8 + 56);
        int index = 0;
        foreach (Process one in Descendants(reaper).Take(Math.Max(0, room)))
        {
            Span<byte> to = call.Memory.Write(entries + (ulong)(index++ * PidEntrySize), PidEntrySize);
            to.Clear();
            BinaryPrimitives.WriteInt32LittleEndian(to, one.Pid);
            BinaryPrimitives.WriteInt32LittleEndian(to[4..], Branch(reaper, one).Pid);
            BinaryPrimitives.WriteInt32LittleEndian(
                to[8..], EntryIsValid | (one.Parent == reaper ? EntryIsChild : 0) | (one.IsReaper ? EntryIsReaper : 0));
        }

        if (index < room)
        {
            call.Memory.Write(entries + (ulong)(index * PidEntrySize), PidEntrySize).Clear();
        }

        return 0;
    }

    private static Process Branch(Process reaper, Process descendant) =>
        descendant.Parent == reaper || descendant.Parent is null ? descendant : Branch(reaper, descendant.Parent);

    private static long Kill(CallContext call, Process target)
    {
        KernelError.Unless(target.IsReaper, ErrorCode.EINVAL);
        KernelError.Unless(target == call.Process || KillCalls.MaySignal(call.Process, target), ErrorCode.EPERM);
        ulong address = call.Address(3);
        int signal = call.Memory.ReadInt32(address);
        int flags = call.Memory.ReadInt32(address + 4);
        int subtree = call.Memory.ReadInt32(address + 8);
        KernelError.Unless(signal is > 0 and <= Signal.Largest && (flags & ~(KillChildrenOnly | KillSubtree)) == 0, ErrorCode.EINVAL);
        int killed = 0;
        foreach (Process one in Descendants(target).Where(static one => !one.HasEnded).ToArray())
        {
            bool isWanted = ((flags & KillChildrenOnly) == 0 || one.Parent == target) && ((flags & KillSubtree) == 0 || Branch(target, one).Pid == subtree);
            if (isWanted)
            {
                one.Signals.Post(signal);
                killed++;
            }
        }

        call.Memory.WriteInt32(address + 12, killed);
        call.Memory.WriteInt32(address + 16, -1);
        return killed > 0 ? 0 : throw new KernelError(ErrorCode.ESRCH);
    }
}
