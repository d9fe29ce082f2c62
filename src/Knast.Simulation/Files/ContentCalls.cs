using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Files;

/// <summary>ftruncate(2), copy_file_range(2), fsync(2), flock(2) and posix_fadvise(2).</summary>
internal static class ContentCalls
{
    private const int LockShared = 1;
    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;
    private const int LockRelease = 8;
    private const int LargestAdvice = 5;

    public static void Register(SystemCallTable table)
    {
        table.Add(480, Truncate);
        table.Add(569, CopyRange);
        table.Add(95, static call => Synchronize(call));
        table.Add(550, static call => Synchronize(call));
        table.Add(36, static _ => 0);
        table.Add(131, Lock);
        table.Add(531, static call => call.File(0).Node is null ? 29 : call.UInt32(3) > LargestAdvice ? 22 : 0);
    }

    private static long Truncate(CallContext call)
    {
        KernelError.Unless(call.File(0).CanWrite && call[1] >= 0, ErrorCode.EINVAL);
        call.File(0).Truncate(call, call[1]);
        return 0;
    }

    private static long Synchronize(CallContext call)
    {
        KernelError.Unless(call.File(0).Node is not null, ErrorCode.EINVAL);
        return 0;
    }

    private static long CopyRange(CallContext call)
    {
        OpenFile from = call.File(0);
        OpenFile to = call.File(2);
        KernelError.Unless(from.CanRead && to.CanWrite && !to.Flags.HasFlag(OpenFlags.Append), ErrorCode.EBADF);
        KernelError.Unless(call.UInt32(5) == 0 && IsRegular(from) && IsRegular(to), ErrorCode.EINVAL);
        long? fromOffset = ReadOffset(call, 1);
        long? toOffset = ReadOffset(call, 3);
        byte[] buffer = new byte[(int)Math.Clamp(call[4], 0, 1 << 20)];
        int count = from.Read(call, buffer, fromOffset);
        to.Write(call, buffer.AsSpan(0, count), toOffset);
        WriteOffset(call, 1, fromOffset + count);
        WriteOffset(call, 3, toOffset + count);
        return count;
    }

    private static bool IsRegular(OpenFile file) => file.Node is { Type: FileType.Regular };

    private static long? ReadOffset(CallContext call, int index) => call.Address(index) == 0 ? null : (long)call.Memory.ReadUInt64(call.Address(index));

    private static void WriteOffset(CallContext call, int index, long? offset)
    {
        if (offset is { } known)
        {
            call.Memory.WriteUInt64(call.Address(index), (ulong)known);
        }
    }

    private static long Lock(CallContext call)
    {
        OpenFile file = call.File(0);
        Node node = file.Node ?? throw new KernelError(ErrorCode.EOPNOTSUPP);
        int operation = call.Int32(1);
        if ((operation & LockRelease) != 0)
        {
            node.Lock.Release(file);
            return 0;
        }

        KernelError.Unless((operation & ~LockNonBlocking) is LockShared or LockExclusive, ErrorCode.EBADF);
        bool isExclusive = (operation & LockExclusive) != 0;
        bool isTaken = call.Wait(() => node.Lock.TryTake(file, isExclusive), (operation & LockNonBlocking) != 0 ? Deadline.Now : default);
        return isTaken ? 0 : throw new KernelError(ErrorCode.EAGAIN);
    }
}
