using System.Buffers.Binary;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>An argument that points to a packed list, and takes one (struct pfioc_nv).</summary>
internal static class NameValueArgument
{
    private const ulong LongestRequest = 65535;

    /// <summary>Reads the list.</summary>
    /// <exception cref="KernelError">ENOMEM: it is too long; EFAULT; EBADMSG: it is none.</exception>
    public static NameValueList Read(CallContext call, ReadOnlySpan<byte> data)
    {
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(data[PfiocNvLayout.Length..]);
        KernelError.Unless(length <= LongestRequest, ErrorCode.ENOMEM);
        try
        {
            return NameValueListEncoding.Decode(call.Memory.Read(Buffer(data), (int)length));
        }
        catch (InvalidDataException)
        {
            throw new KernelError(ErrorCode.EBADMSG);
        }
    }

    /// <summary>Answers with a list; without capacity, with its length only.</summary>
    /// <exception cref="KernelError">ENOSPC: it does not fit, and nobody learns how long it is; EFAULT.</exception>
    public static void Answer(CallContext call, Span<byte> data, NameValueList list)
    {
        byte[] packed = NameValueListEncoding.Encode(list);
        BinaryPrimitives.WriteInt64LittleEndian(data[PfiocNvLayout.Length..], packed.Length);
        ulong capacity = BinaryPrimitives.ReadUInt64LittleEndian(data[PfiocNvLayout.Capacity..]);
        if (capacity != 0)
        {
            KernelError.Unless(capacity >= (ulong)packed.Length, ErrorCode.ENOSPC);
            call.Memory.Write(Buffer(data), packed);
        }
    }

    private static ulong Buffer(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt64LittleEndian(data[PfiocNvLayout.Data..]);
}
