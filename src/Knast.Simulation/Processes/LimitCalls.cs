using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>getrlimit(2), setrlimit(2) and getrusage(2).</summary>
internal static class LimitCalls
{
    private const int Size = 16;
    private const int UsageSize = 144;

    public static void Register(SystemCallTable table)
    {
        table.Add(194, Get);
        table.Add(195, Set);
        table.Add(117, Usage);
    }

    private static int Resource(CallContext call)
    {
        int count = call.Is15 ? 16 : 15;
        return call.UInt32(0) < count ? call.Int32(0) : throw new KernelError(ErrorCode.EINVAL);
    }

    private static long Get(CallContext call)
    {
        ResourceLimit limit = call.Process.Limits[Resource(call)];
        Span<byte> to = call.Memory.Write(call.Address(1), Size);
        BinaryPrimitives.WriteInt64LittleEndian(to, limit.Current);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], limit.Maximum);
        return 0;
    }

    private static long Set(CallContext call)
    {
        ReadOnlySpan<byte> from = call.Memory.Read(call.Address(1), Size);
        // A negative number stands for no limit.
        long current = BinaryPrimitives.ReadInt64LittleEndian(from) is >= 0 and long soft ? soft : ResourceLimit.Infinity;
        long maximum = BinaryPrimitives.ReadInt64LittleEndian(from[8..]) is >= 0 and long hard ? hard : ResourceLimit.Infinity;
        int resource = Resource(call);
        ResourceLimit old = call.Process.Limits[resource];
        bool isRaised = current > old.Maximum || maximum > old.Maximum;
        KernelError.Unless(!isRaised || call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        call.Process.Limits[resource] = new ResourceLimit(Math.Min(current, maximum), maximum);
        return 0;
    }

    private static long Usage(CallContext call)
    {
        KernelError.Unless(call.Int32(0) is 0 or -1 or 1, ErrorCode.EINVAL);
        call.Memory.Write(call.Address(1), UsageSize).Clear();
        return 0;
    }
}
