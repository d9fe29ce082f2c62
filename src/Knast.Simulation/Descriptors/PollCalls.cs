using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Descriptors;

/// <summary>poll(2) and ppoll(2).</summary>
internal static class PollCalls
{
    private const int EntrySize = 8;
    private const PollEvents Always = PollEvents.Error | PollEvents.HangUp | PollEvents.Invalid;

    public static void Register(SystemCallTable table)
    {
        table.Add(209, static call => Poll(call, call.Int32(2) < 0 ? default : Deadline.After(TimeSpan.FromMilliseconds(call.Int32(2)))));
        table.Add(545, static call => Poll(call, Timeout(call)));
    }

    private static Deadline Timeout(CallContext call)
    {
        if (call.Address(2) == 0)
        {
            return default;
        }

        ReadOnlySpan<byte> time = call.Memory.Read(call.Address(2), 16);
        long seconds = BinaryPrimitives.ReadInt64LittleEndian(time);
        long nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(time[8..]);
        KernelError.Unless(seconds >= 0 && nanoseconds is >= 0 and < 1_000_000_000, ErrorCode.EINVAL);
        return Deadline.After(TimeSpan.FromSeconds(seconds) + TimeSpan.FromTicks(nanoseconds / 100));
    }

    private static long Poll(CallContext call, Deadline deadline)
    {
        int count = call.Length(1);
        KernelError.Unless(count <= ushort.MaxValue, ErrorCode.EINVAL);
        ulong address = call.Address(0);
        byte[] entries = call.Memory.Read(address, count * EntrySize).ToArray();
        int ready = 0;
        call.Wait(() => (ready = Look(call, entries)) > 0, deadline);
        call.Memory.Write(address, entries);
        return ready;
    }

    private static int Look(CallContext call, Span<byte> entries)
    {
        int ready = 0;
        for (int offset = 0; offset < entries.Length; offset += EntrySize)
        {
            int number = BinaryPrimitives.ReadInt32LittleEndian(entries[offset..]);
            var wanted = (PollEvents)BinaryPrimitives.ReadInt16LittleEndian(entries[(offset + 4)..]);
            PollEvents found = number < 0 ? PollEvents.None : Look(call, number) & (wanted | Always);
            BinaryPrimitives.WriteInt16LittleEndian(entries[(offset + 6)..], (short)found);
            ready += found == PollEvents.None ? 0 : 1;
        }

        return ready;
    }

    private static PollEvents Look(CallContext call, int number)
    {
        foreach ((int known, Descriptor entry) in call.Process.Descriptors.All)
        {
            if (known == number)
            {
                return entry.File.Flags.HasFlag(OpenFlags.Path) ? PollEvents.Invalid : entry.File.Ready;
            }
        }

        return PollEvents.Invalid;
    }
}
