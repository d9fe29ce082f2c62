using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>
/// Lists of names and values as OpenZFS packs them for its kernel (NV_ENCODE_NATIVE, module/nvpair/nvpair.c): pairs padded to eight bytes, the pairs
/// of a nested list right behind the pair that names it, and four bytes of zeros at the end of each list.
/// </summary>
public static class ZfsListEncoding
{
    /// <summary>What a packed list begins with: encoding, byte order, and two bytes without meaning.</summary>
    internal const int HeaderSize = 4;

    /// <summary>The zeros that end a list.</summary>
    internal const int EndSize = sizeof(int);

    [AbiConstant("zfs.NV_ENCODE_NATIVE")]
    internal const byte Native = 0;

    /// <summary>Little endian. It is no constant of any header.</summary>
    internal const byte LittleEndian = 1;

    [AbiConstant("zfs.NV_VERSION")]
    internal const int Version = 0;

    [AbiConstant("zfs.NV_UNIQUE_NAME")]
    internal const int UniqueNames = 1;

    private const int Alignment = 8;

    /// <summary>Packs a list.</summary>
    /// <param name="list">The list.</param>
    /// <exception cref="ArgumentException">A name or a string holds a NUL.</exception>
    public static byte[] Encode(ZfsList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var output = new MemoryStream();
        output.Write([Native, LittleEndian, 0, 0]);
        Span<byte> top = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(top, Version);
        BinaryPrimitives.WriteInt32LittleEndian(top[sizeof(int)..], UniqueNames);
        output.Write(top);
        WritePairs(output, list);
        return output.ToArray();
    }

    /// <summary>Unpacks a list. Values of types that Knast has no use for are left out.</summary>
    /// <param name="bytes">The list; what follows it is left alone.</param>
    /// <exception cref="InvalidDataException">The kernel would not have packed it so.</exception>
    public static ZfsList Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ZfsListReader(bytes);
        return reader.ReadAll();
    }

    /// <summary>Rounds up to where the next value or pair may begin.</summary>
    internal static int Align(int length) => (length + Alignment - 1) & ~(Alignment - 1);

    private static void WritePairs(MemoryStream output, ZfsList list)
    {
        foreach ((string name, object? value) in list)
        {
            WritePair(output, name, value);
            foreach (ZfsList nested in value switch { ZfsList one => [one], ZfsList[] several => several, _ => Array.Empty<ZfsList>() })
            {
                WritePairs(output, nested);
            }
        }

        output.Write(stackalloc byte[EndSize]);
    }

    private static void WritePair(MemoryStream output, string name, object? value)
    {
        (ZfsDataType type, int count, byte[] bytes) = Pack(value);
        int nameLength = Encoding.UTF8.GetByteCount(name) + 1;
        int valueAt = Align(NvpairLayout.Size + nameLength);
        byte[] pair = new byte[valueAt + Align(bytes.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(pair.AsSpan(NvpairLayout.Length), pair.Length);
        BinaryPrimitives.WriteInt16LittleEndian(pair.AsSpan(NvpairLayout.NameLength), checked((short)nameLength));
        BinaryPrimitives.WriteInt32LittleEndian(pair.AsSpan(NvpairLayout.ElementCount), count);
        BinaryPrimitives.WriteInt32LittleEndian(pair.AsSpan(NvpairLayout.Type), (int)type);
        FixedText.Write(pair.AsSpan(NvpairLayout.Size, nameLength), name, "The name");
        bytes.CopyTo(pair, valueAt);
        output.Write(pair);
    }

    private static (ZfsDataType Type, int Count, byte[] Bytes) Pack(object? value)
    {
        switch (value)
        {
            case null:
                return (ZfsDataType.Presence, 0, []);
            case bool truth:
                return (ZfsDataType.Boolean, 1, BitConverter.GetBytes(truth ? 1 : 0));
            case int number:
                return (ZfsDataType.Int32, 1, BitConverter.GetBytes(number));
            case ulong number:
                return (ZfsDataType.UInt64, 1, BitConverter.GetBytes(number));
            case string text:
                byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
                FixedText.Write(bytes, text, "The value");
                return (ZfsDataType.Text, 1, bytes);
            case ulong[] numbers:
                return (ZfsDataType.UInt64Array, numbers.Length, [.. numbers.SelectMany(BitConverter.GetBytes)]);
            case ZfsList:
                return (ZfsDataType.List, 1, Lists(0, 1));
            case ZfsList[] lists:
                return (ZfsDataType.ListArray, lists.Length, Lists(lists.Length * sizeof(long), lists.Length));
            default:
                throw new ArgumentException($"A list cannot hold a {value.GetType().Name}.");
        }
    }

    // What stands for the lists in the pair; pointers before it are zeros.
    private static byte[] Lists(int pointers, int count)
    {
        byte[] bytes = new byte[pointers + (count * NvlistLayout.Size)];
        for (int at = pointers; at < bytes.Length; at += NvlistLayout.Size)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + NvlistLayout.Version), Version);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + NvlistLayout.Flags), UniqueNames);
        }

        return bytes;
    }
}
