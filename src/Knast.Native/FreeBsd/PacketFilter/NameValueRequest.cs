using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>
/// What the ioctls have in common that take and give a list of names and values: struct pfioc_nv points to one buffer for both. An answer that does
/// not fit is refused (ENOSPC) without a word of its size.
/// </summary>
internal static class NameValueRequest
{
    private const int UsualCapacity = 16384;
    private const int MaximumCapacity = 1 << 22;

    /// <summary>Makes a request.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="code">The request's number.</param>
    /// <param name="device">The open device.</param>
    /// <param name="subject">What it acts on, for messages.</param>
    /// <param name="request">The list that is given; null for none.</param>
    /// <param name="capacity">Bytes for the answer.</param>
    public static SystemCall Compose(KernelTarget target, long code, Operand device, string subject, NameValueList? request, int capacity)
    {
        byte[] packed = request is null ? [] : NameValueListEncoding.Encode(request);
        SystemCall call = PacketFilterRequest.Compose(target, code, device, subject, PfiocNvLayout.Size);
        BlockReference buffer = call.AddBlock(Math.Max(packed.Length, capacity), BlockDirection.InOut);
        packed.CopyTo(call.Bytes(buffer));
        call.Point(PacketFilterRequest.Block, PfiocNvLayout.Data, buffer);
        call.Write(PacketFilterRequest.Block, PfiocNvLayout.Length, 8, packed.Length);
        call.Write(PacketFilterRequest.Block, PfiocNvLayout.Capacity, 8, capacity);
        return call;
    }

    /// <summary>Makes a request until its answer fits.</summary>
    /// <exception cref="NativeException">The kernel refused.</exception>
    /// <exception cref="InvalidDataException">The kernel's answer is no list.</exception>
    public static NameValueList Invoke(IKernel kernel, long code, Operand device, string subject, NameValueList? request)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = UsualCapacity; ; capacity *= 2)
        {
            using SystemCall call = Compose(kernel.Target, code, device, subject, request, capacity);
            SystemCallResult result = kernel.Invoke(call);
            if (!result.Failed)
            {
                long length = BinaryPrimitives.ReadInt64LittleEndian(call.Bytes(PacketFilterRequest.Block)[PfiocNvLayout.Length..]);
                return NameValueListEncoding.Decode(call.Bytes(PacketFilterRequest.Buffer)[..(int)Math.Clamp(length, 0, capacity)]);
            }

            if (result.Code() != ErrorCode.ENOSPC || capacity >= MaximumCapacity)
            {
                throw result.ToException(call);
            }
        }
    }
}
