using System.Buffers.Binary;
using System.Text;
using Knast.Native.Kernel;

namespace Knast.Simulation.Memory;

/// <summary>copyin(9) and copyout(9).</summary>
internal static class MemoryExtensions
{
    /// <summary>Reads so many bytes.</summary>
    public static ReadOnlySpan<byte> Read(this IMemory memory, ulong address, int length)
    {
        if (length == 0)
        {
            return [];
        }

        ReadOnlySpan<byte> bytes = memory.ReadableFrom(address);
        return length <= bytes.Length ? bytes[..length] : throw new KernelError(ErrorCode.EFAULT);
    }

    /// <summary>Room for so many bytes.</summary>
    public static Span<byte> Write(this IMemory memory, ulong address, int length)
    {
        if (length == 0)
        {
            return [];
        }

        Span<byte> bytes = memory.WritableFrom(address);
        return length <= bytes.Length ? bytes[..length] : throw new KernelError(ErrorCode.EFAULT);
    }

    /// <summary>Writes bytes.</summary>
    public static void Write(this IMemory memory, ulong address, ReadOnlySpan<byte> bytes) => bytes.CopyTo(memory.Write(address, bytes.Length));

    public static int ReadInt32(this IMemory memory, ulong address) => BinaryPrimitives.ReadInt32LittleEndian(memory.Read(address, 4));

    public static ulong ReadUInt64(this IMemory memory, ulong address) => BinaryPrimitives.ReadUInt64LittleEndian(memory.Read(address, 8));

    public static void WriteInt32(this IMemory memory, ulong address, int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(memory.Write(address, 4), value);

    public static void WriteUInt64(this IMemory memory, ulong address, ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(memory.Write(address, 8), value);

    /// <summary>Reads a string that ends with NUL; a character stands for a byte (copyinstr(9)).</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="address">Where.</param>
    /// <param name="size">The most bytes, the NUL included.</param>
    /// <exception cref="KernelError">EFAULT, ENAMETOOLONG.</exception>
    public static string ReadText(this IMemory memory, ulong address, int size)
    {
        ReadOnlySpan<byte> bytes = memory.ReadableFrom(address);
        int end = bytes[..Math.Min(size, bytes.Length)].IndexOf((byte)0);
        return end >= 0
            ? Encoding.Latin1.GetString(bytes[..end])
            : throw new KernelError(bytes.Length >= size ? ErrorCode.ENAMETOOLONG : ErrorCode.EFAULT);
    }
}
