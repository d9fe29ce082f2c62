using System.Buffers.Binary;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>Transactions: several lists are replaced at once, or none (struct pfioc_trans).</summary>
internal static class TransactionRequests
{
    private const int Most = 65535;

    /// <summary>DIOCXBEGIN.</summary>
    /// <exception cref="KernelError">ENODEV: elements of another size; EINVAL; EFAULT.</exception>
    public static void Begin(CallContext call, VnetFilter filter, byte[] data)
    {
        byte[] elements = ReadAll(call, data);
        for (int offset = 0; offset < elements.Length; offset += TransactionElement.Size)
        {
            Span<byte> element = elements.AsSpan(offset, TransactionElement.Size);
            TransactionElement.Read(element).Begin(filter).WriteTicket(element);
        }

        call.Memory.Write(Array(data), elements);
    }

    /// <summary>DIOCXCOMMIT.</summary>
    /// <exception cref="KernelError">ENODEV; EINVAL; EFAULT; EBUSY: a later transaction has begun.</exception>
    public static void Commit(CallContext call, VnetFilter filter, byte[] data)
    {
        TransactionElement[] elements = Parse(ReadAll(call, data));
        foreach (TransactionElement element in elements)
        {
            element.RequireOpen(filter);
        }

        foreach (TransactionElement element in elements)
        {
            element.Commit(filter);
        }
    }

    /// <summary>DIOCXROLLBACK.</summary>
    /// <exception cref="KernelError">ENODEV; EINVAL; EFAULT.</exception>
    public static void Rollback(CallContext call, VnetFilter filter, byte[] data)
    {
        foreach (TransactionElement element in Parse(ReadAll(call, data)))
        {
            element.Rollback(filter);
        }
    }

    private static TransactionElement[] Parse(byte[] elements) =>
        [.. elements.Chunk(TransactionElement.Size).Select(static element => TransactionElement.Read(element))];

    private static byte[] ReadAll(CallContext call, byte[] data)
    {
        int size = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(PfiocTransLayout.ElementSize));
        int count = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(PfiocTransLayout.Count));
        KernelError.Unless(size == TransactionElement.Size, ErrorCode.ENODEV);
        KernelError.Unless(count is >= 0 and <= Most, ErrorCode.EINVAL);
        return call.Memory.Read(Array(data), count * size).ToArray();
    }

    private static ulong Array(byte[] data) => BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(PfiocTransLayout.Array));
}
