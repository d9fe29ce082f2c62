using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Events;

/// <summary>kqueue(2) and kevent(2).</summary>
internal static class EventCalls
{
    private const int KqueueCloseOnExec = 1;

    public static void Register(SystemCallTable table)
    {
        table.Add(362, Kqueue);
        table.Add(560, Kevent);
        if (table.Release.Is15)
        {
            table.Add(583, Kqueuex);
        }
    }

    private static long Kqueue(CallContext call) => call.Process.Descriptors.Add(new EventQueue(call.Machine, call.Process), isCloseOnExec: false);

    private static long Kqueuex(CallContext call)
    {
        KernelError.Unless((call.UInt32(0) & ~KqueueCloseOnExec) == 0, ErrorCode.EINVAL);
        return call.Process.Descriptors.Add(new EventQueue(call.Machine, call.Process), (call.UInt32(0) & KqueueCloseOnExec) != 0);
    }

    private static long Kevent(CallContext call)
    {
        EventQueue queue = call.File(0) as EventQueue ?? throw new KernelError(ErrorCode.EBADF);
        int room = call.Int32(4);
        int written = Change(call, queue, room);
        if (written > 0 || room == 0)
        {
            return written;
        }

        Deadline deadline = ReadTimeout(call);
        IReadOnlyList<KernelEvent> events = [];
        WaitFor(call, queue, deadline, () => (events = queue.Take(room)).Count > 0);
        for (int index = 0; index < events.Count; index++)
        {
            events[index].WriteTo(call.Memory.Write(call.Address(3) + (ulong)(index * KernelEvent.Size), KernelEvent.Size));
        }

        return events.Count;
    }

    // Errors of changes go into the list of events where there is room for them.
    private static int Change(CallContext call, EventQueue queue, int room)
    {
        int written = 0;
        for (int index = 0; index < call.Int32(2); index++)
        {
            KernelEvent change = KernelEvent.Read(call.Memory.Read(call.Address(1) + (ulong)(index * KernelEvent.Size), KernelEvent.Size));
            KernelError? error = Apply(queue, change);
            if (error is null && !change.Flags.HasFlag(EventFlags.Receipt))
            {
                continue;
            }

            if (written >= room)
            {
                throw error ?? new KernelError(ErrorCode.EINVAL);
            }

            KernelEvent answer = change with { Flags = EventFlags.Error, Data = error?.Errno ?? 0 };
            answer.WriteTo(call.Memory.Write(call.Address(3) + (ulong)(written++ * KernelEvent.Size), KernelEvent.Size));
        }

        return written;
    }

    private static KernelError? Apply(EventQueue queue, KernelEvent change)
    {
        try
        {
            queue.Apply(change);
            return null;
        }
        catch (KernelError error)
        {
            return error;
        }
    }

    private static Deadline ReadTimeout(CallContext call)
    {
        if (call.Address(5) == 0)
        {
            return default;
        }

        ReadOnlySpan<byte> time = call.Memory.Read(call.Address(5), 16);
        long seconds = BinaryPrimitives.ReadInt64LittleEndian(time);
        long nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(time[8..]);
        KernelError.Unless(seconds >= 0 && nanoseconds is >= 0 and < 1_000_000_000, ErrorCode.EINVAL);
        return seconds == 0 && nanoseconds == 0 ? Deadline.Now : Deadline.After(TimeSpan.FromSeconds(seconds) + TimeSpan.FromTicks(nanoseconds / 100));
    }

    // A timer ends a wait as a change does; nobody else would wake us then.
    private static void WaitFor(CallContext call, EventQueue queue, Deadline deadline, Func<bool> isReady)
    {
        while (queue.NextTimer is { } left && (deadline.Left < 0 || left.TotalMilliseconds < deadline.Left))
        {
            if (call.Wait(isReady, Deadline.After(left + TimeSpan.FromMilliseconds(1))))
            {
                return;
            }
        }

        call.Wait(isReady, deadline);
    }
}
