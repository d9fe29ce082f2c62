using System.Buffers.Binary;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Files;

/// <summary>utimensat(2) and futimens(2).</summary>
internal static class TimeCalls
{
    private const long Now = -1;
    private const long Omit = -2;
    private const int TimespecSize = 16;

    public static void Register(SystemCallTable table)
    {
        table.Add(546, static call => Set(call, AttributeCalls.OfDescriptor(call), call.Address(1)));
        table.Add(547, static call =>
        {
            const int known = PathArguments.NoFollow | PathArguments.ResolveBeneath | PathArguments.EmptyPath;
            LookupFlags flags = PathArguments.AtFlags(call.Int32(3), known, followsByDefault: true);
            return Set(call, call.FindAt(0, 1, flags).Required, call.Address(2));
        });
    }

    private static long Set(CallContext call, Node node, ulong address)
    {
        KernelError.Unless(!node.IsReadOnly, ErrorCode.EROFS);
        new Access(call.Process.Credentials).RequireOwner(node);
        node.Refresh();
        FileTime now = FileTime.From(DateTimeOffset.UtcNow);
        FileTime accessed = address == 0 ? now : Read(call, address, now, node.Attributes.Accessed);
        FileTime modified = address == 0 ? now : Read(call, address + TimespecSize, now, node.Attributes.Modified);
        node.SetTimes(accessed, modified);
        return 0;
    }

    private static FileTime Read(CallContext call, ulong address, FileTime now, FileTime old)
    {
        ReadOnlySpan<byte> time = call.Memory.Read(address, TimespecSize);
        long seconds = BinaryPrimitives.ReadInt64LittleEndian(time);
        long nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(time[8..]);
        return nanoseconds switch
        {
            Now => now,
            Omit => old,
            >= 0 and < 1_000_000_000 => new FileTime(seconds, (int)nanoseconds),
            _ => throw new KernelError(ErrorCode.EINVAL),
        };
    }
}
