using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Descriptors;

/// <summary>read(2), write(2), their kin, lseek(2) and ioctl(2).</summary>
internal static class TransferCalls
{
    private const int MostVectors = 1024;

    public static void Register(SystemCallTable table)
    {
        table.Add(3, static call => Read(call, null));
        table.Add(4, static call => Write(call, null));
        table.Add(475, static call => Read(call, Offset(call, 3)));
        table.Add(476, static call => Write(call, Offset(call, 3)));
        table.Add(120, static call => ReadVectors(call, null));
        table.Add(121, static call => WriteVectors(call, null));
        table.Add(289, static call => ReadVectors(call, Offset(call, 3)));
        table.Add(290, static call => WriteVectors(call, Offset(call, 3)));
        table.Add(478, static call => call.File(0).Seek(call[1], call.Int32(2)));
        table.Add(54, static call => call.File(0).Flags.HasFlag(OpenFlags.Path)
            ? throw new KernelError(ErrorCode.EBADF)
            : Ioctl(call));
    }

    private static long Ioctl(CallContext call)
    {
        const uint closeOnExec = 0x20006601;
        const uint nonBlocking = 0x8004667e;
        OpenFile file = call.File(0);
        uint request = call.UInt32(1);
        switch (request)
        {
            case closeOnExec:
                call.Process.Descriptors.SetCloseOnExec(call.Int32(0), true);
                return 0;
            case nonBlocking:
                file.Flags = call.Memory.ReadInt32(call.Address(2)) != 0 ? file.Flags | OpenFlags.NonBlocking : file.Flags & ~OpenFlags.NonBlocking;
                return 0;
            default:
                return file.Ioctl(call, request);
        }
    }

    private static long Offset(CallContext call, int index)
    {
        KernelError.Unless(call.File(0).Kind is 1 or 7, ErrorCode.ESPIPE);
        KernelError.Unless(call[index] >= 0, ErrorCode.EINVAL);
        return call[index];
    }

    private static OpenFile Readable(CallContext call) => call.File(0).CanRead ? call.File(0) : throw new KernelError(ErrorCode.EBADF);

    private static OpenFile Writable(CallContext call) => call.File(0).CanWrite ? call.File(0) : throw new KernelError(ErrorCode.EBADF);

    private static int Read(CallContext call, long? offset) =>
        Readable(call).Read(call, call.Memory.Write(call.Address(1), call.Length(2)), offset);

    private static int Write(CallContext call, long? offset) =>
        Writable(call).Write(call, call.Memory.Read(call.Address(1), call.Length(2)), offset);

    private static int ReadVectors(CallContext call, long? offset)
    {
        IReadOnlyList<(ulong Address, int Length)> vectors = Vectors(call);
        byte[] bytes = new byte[vectors.Sum(static vector => vector.Length)];
        int count = Readable(call).Read(call, bytes, offset);
        MessageHeader.Scatter(call.Memory, vectors, bytes.AsSpan(0, count));
        return count;
    }

    private static int WriteVectors(CallContext call, long? offset) =>
        Writable(call).Write(call, MessageHeader.Gather(call.Memory, Vectors(call)), offset);

    private static IReadOnlyList<(ulong Address, int Length)> Vectors(CallContext call)
    {
        KernelError.Unless(call.Int32(2) is >= 0 and <= MostVectors, ErrorCode.EINVAL);
        return MessageHeader.ReadVectors(call.Memory, call.Address(1), call.Int32(2));
    }
}
