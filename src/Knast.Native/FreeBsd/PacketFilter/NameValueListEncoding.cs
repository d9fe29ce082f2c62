using System.Text;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Lists of names and values as libnv packs them for the kernel (sys/contrib/libnv).</summary>
public static class NameValueListEncoding
{
    /// <summary>Packs a list.</summary>
    /// <param name="list">The list.</param>
    /// <exception cref="ArgumentException">A name has more than 2047 bytes, or a name or string holds a NUL.</exception>
    public static byte[] Encode(NameValueList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var writer = new NameValueListWriter(new byte[SizeOf(list)]);
        writer.Write(list);
        return writer.Bytes;
    }

    /// <summary>Unpacks a list.</summary>
    /// <param name="bytes">The list, and nothing after it.</param>
    /// <exception cref="InvalidDataException">The kernel would not have packed it so.</exception>
    public static NameValueList Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new NameValueListReader(bytes);
        return reader.ReadAll();
    }

    /// <summary>The bytes of a list with its header, without what closes it inside another.</summary>
    internal static int SizeOf(NameValueList list)
    {
        int size = NvlistHeaderLayout.Size;
        foreach ((string name, object? value) in list)
        {
            size += NvpairHeaderLayout.Size + Encoding.UTF8.GetByteCount(name) + 1 + SizeOfValue(value);
        }

        return size;
    }

    /// <summary>The bytes of a string with its NUL.</summary>
    internal static int SizeOf(string text) => Encoding.UTF8.GetByteCount(text) + 1;

    private static int SizeOfValue(object? value) => value switch
    {
        null => 0,
        bool => 1,
        ulong => sizeof(ulong),
        string text => SizeOf(text),
        byte[] bytes => bytes.Length,
        bool[] flags => flags.Length,
        ulong[] numbers => numbers.Length * sizeof(ulong),
        string[] texts => texts.Sum(SizeOf),
        NameValueList list => SizeOf(list) + NameValueListWriter.ClosingSize,
        NameValueList[] lists => lists.Sum(static list => SizeOf(list) + NameValueListWriter.ClosingSize),
        _ => throw new ArgumentException($"A list cannot hold a {value.GetType().Name}."),
    };
}
