using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Sockets;

/// <summary>struct msghdr (sys/socket.h).</summary>
internal sealed class MessageHeader
{
    private const int Size = 48;
    private const int MostVectors = 1024;
    private const int VectorSize = 16;

    private readonly IMemory _memory;
    private readonly ulong _address;

    public MessageHeader(IMemory memory, ulong address)
    {
        _memory = memory;
        _address = address;
        ReadOnlySpan<byte> header = memory.Read(address, Size);
        Name = BinaryPrimitives.ReadUInt64LittleEndian(header);
        NameLength = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        ulong vectors = BinaryPrimitives.ReadUInt64LittleEndian(header[16..]);
        int count = BinaryPrimitives.ReadInt32LittleEndian(header[24..]);
        Control = BinaryPrimitives.ReadUInt64LittleEndian(header[32..]);
        ControlLength = BinaryPrimitives.ReadInt32LittleEndian(header[40..]);
        KernelError.Unless(count is >= 0 and <= MostVectors, ErrorCode.EMSGSIZE);
        Vectors = ReadVectors(memory, vectors, count);
    }

    public ulong Name { get; }

    public int NameLength { get; }

    public ulong Control { get; }

    public int ControlLength { get; }

    /// <summary>Where the bytes are or go.</summary>
    public IReadOnlyList<(ulong Address, int Length)> Vectors { get; }

    public int Length => Vectors.Sum(static vector => vector.Length);

    /// <summary>Reads struct iovec.</summary>
    public static IReadOnlyList<(ulong Address, int Length)> ReadVectors(IMemory memory, ulong address, int count)
    {
        var vectors = new List<(ulong, int)>();
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> vector = memory.Read(address + (ulong)(index * VectorSize), VectorSize);
            long length = BinaryPrimitives.ReadInt64LittleEndian(vector[8..]);
            KernelError.Unless(length is >= 0 and <= int.MaxValue, ErrorCode.EINVAL);
            vectors.Add((BinaryPrimitives.ReadUInt64LittleEndian(vector), (int)length));
        }

        return vectors;
    }

    /// <summary>All bytes of the vectors.</summary>
    public static byte[] Gather(IMemory memory, IReadOnlyList<(ulong Address, int Length)> vectors)
    {
        byte[] bytes = new byte[vectors.Sum(static vector => vector.Length)];
        int done = 0;
        foreach ((ulong address, int length) in vectors)
        {
            memory.Read(address, length).CopyTo(bytes.AsSpan(done));
            done += length;
        }

        return bytes;
    }

    /// <summary>Puts bytes where the vectors say.</summary>
    public static void Scatter(IMemory memory, IReadOnlyList<(ulong Address, int Length)> vectors, ReadOnlySpan<byte> bytes)
    {
        foreach ((ulong address, int length) in vectors)
        {
            int count = Math.Min(length, bytes.Length);
            memory.Write(address, bytes[..count]);
            bytes = bytes[count..];
        }
    }

    /// <summary>Writes what the kernel changed.</summary>
    public void WriteBack(int nameLength, int controlLength, MessageFlags flags)
    {
        _memory.WriteInt32(_address + 8, nameLength);
        _memory.WriteInt32(_address + 40, controlLength);
        _memory.WriteInt32(_address + 44, (int)flags);
    }
}
