using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>clock_gettime(2), gettimeofday(2), nanosleep(2), and the clock that only the host's root may set.</summary>
internal static class ClockCalls
{
    private const int TimeSize = 16;
    private const int LargestClock = 16;

    public static void Register(SystemCallTable table)
    {
        table.Add(232, GetTime);
        table.Add(116, GetTimeOfDay);
        table.Add(240, static call => Sleep(call, 0));
        table.Add(244, static call => Sleep(call, 2));
        table.Add(233, RefuseSetting);
        table.Add(122, RefuseSetting);
    }

    private static long GetTime(CallContext call)
    {
        int clock = call.Int32(0);
        KernelError.Unless(clock is >= 0 and <= LargestClock, ErrorCode.EINVAL);
        bool isWall = clock is 0 or 9 or 10 or 13;
        TimeSpan time = isWall ? DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch : DateTimeOffset.UtcNow - call.Machine.BootTime;
        Span<byte> to = call.Memory.Write(call.Address(1), TimeSize);
        BinaryPrimitives.WriteInt64LittleEndian(to, time.Ticks / TimeSpan.TicksPerSecond);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], time.Ticks % TimeSpan.TicksPerSecond * 100);
        return 0;
    }

    private static long GetTimeOfDay(CallContext call)
    {
        TimeSpan time = DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch;
        if (call.Address(0) != 0)
        {
            Span<byte> to = call.Memory.Write(call.Address(0), TimeSize);
            BinaryPrimitives.WriteInt64LittleEndian(to, time.Ticks / TimeSpan.TicksPerSecond);
            BinaryPrimitives.WriteInt64LittleEndian(to[8..], time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        }

        return 0;
    }

    private static long Sleep(CallContext call, int index)
    {
        ReadOnlySpan<byte> time = call.Memory.Read(call.Address(index), TimeSize);
        long seconds = BinaryPrimitives.ReadInt64LittleEndian(time);
        long nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(time[8..]);
        KernelError.Unless(seconds >= 0 && nanoseconds is >= 0 and < 1_000_000_000, ErrorCode.EINVAL);
        call.Wait(static () => false, Deadline.After(TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) + TimeSpan.FromTicks(nanoseconds / 100)));
        return 0;
    }

    private static long RefuseSetting(CallContext call)
    {
        Credentials own = call.Process.Credentials;
        KernelError.Unless(own.IsSuperuser && (!own.IsInJail || own.Jail.Allows("settime")), ErrorCode.EPERM);
        throw new KernelError(ErrorCode.EOPNOTSUPP);
    }
}
