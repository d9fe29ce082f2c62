using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Packs a list into bytes of just its size.</summary>
internal ref struct NameValueListWriter
{
    /// <summary>The pair that closes a list inside another: a header and an empty name.</summary>
    public const int ClosingSize = NvpairHeaderLayout.Size + 1;

    [AbiConstant("NV_NAME_MAX")]
    internal const int LongestName = 2048;

    [AbiConstant("nv.NVLIST_HEADER_MAGIC")]
    internal const byte Magic = 0x6C;

    [AbiConstant("nv.NVLIST_HEADER_VERSION")]
    internal const byte Version = 0;

    private Span<byte> _rest;

    /// <summary>Starts.</summary>
    /// <param name="bytes">As many as the list takes.</param>
    public NameValueListWriter(byte[] bytes)
    {
        Bytes = bytes;
        _rest = bytes;
    }

    /// <summary>The packed list.</summary>
    public byte[] Bytes { get; }

    /// <summary>Packs a list.</summary>
    public void Write(NameValueList list)
    {
        WriteHeader();
        foreach ((string name, object? value) in list)
        {
            WritePair(name, value);
        }
    }

    // A header counts all that follows it, up to the end of the outermost list.
    private void WriteHeader()
    {
        Span<byte> header = Take(NvlistHeaderLayout.Size);
        header[NvlistHeaderLayout.Magic] = Magic;
        header[NvlistHeaderLayout.Version] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(header[NvlistHeaderLayout.Length..], _rest.Length);
    }

    private void WritePair(string name, object? value)
    {
        switch (value)
        {
            case null:
                WriteName(NameValueType.Null, name, 0, 0);
                break;
            case bool truth:
                WriteName(NameValueType.Boolean, name, 1, 0);
                Take(1)[0] = truth ? (byte)1 : (byte)0;
                break;
            case ulong number:
                WriteName(NameValueType.Number, name, sizeof(ulong), 0);
                BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), number);
                break;
            case string text:
                WriteName(NameValueType.Text, name, NameValueListEncoding.SizeOf(text), 0);
                WriteText(text);
                break;
            case byte[] bytes:
                WriteName(NameValueType.Binary, name, bytes.Length, 0);
                bytes.CopyTo(Take(bytes.Length));
                break;
            case NameValueList list:
                WriteName(NameValueType.List, name, NameValueListEncoding.SizeOf(list), 0);
                Write(list);
                WriteName(NameValueType.Up, "", 0, 0);
                break;
            default:
                WriteArray(name, value);
                break;
        }
    }

    private void WriteArray(string name, object value)
    {
        switch (value)
        {
            case bool[] truths:
                WriteName(NameValueType.Booleans, name, truths.Length, truths.Length);
                foreach (bool truth in truths)
                {
                    Take(1)[0] = truth ? (byte)1 : (byte)0;
                }

                break;
            case ulong[] numbers:
                WriteName(NameValueType.Numbers, name, numbers.Length * sizeof(ulong), numbers.Length);
                foreach (ulong number in numbers)
                {
                    BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), number);
                }

                break;
            case string[] texts:
                WriteName(NameValueType.Texts, name, texts.Sum(NameValueListEncoding.SizeOf), texts.Length);
                foreach (string text in texts)
                {
                    WriteText(text);
                }

                break;
            case NameValueList[] lists:
                WriteName(NameValueType.Lists, name, 0, lists.Length);
                foreach (NameValueList list in lists)
                {
                    Write(list);
                    WriteName(NameValueType.NextInArray, "", 0, 0);
                }

                break;
            default:
                throw new ArgumentException($"A list cannot hold a {value.GetType().Name}.");
        }
    }

    private void WriteName(NameValueType type, string name, int dataLength, int itemCount)
    {
        int nameLength = NameValueListEncoding.SizeOf(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nameLength, LongestName, nameof(name));
        Span<byte> header = Take(NvpairHeaderLayout.Size);
        header[NvpairHeaderLayout.Type] = (byte)type;
        BinaryPrimitives.WriteUInt16LittleEndian(header[NvpairHeaderLayout.NameLength..], (ushort)nameLength);
        BinaryPrimitives.WriteInt64LittleEndian(header[NvpairHeaderLayout.DataLength..], dataLength);
        BinaryPrimitives.WriteInt64LittleEndian(header[NvpairHeaderLayout.ItemCount..], itemCount);
        WriteText(name);
    }

    private void WriteText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"\"{text.Replace("\0", "\\0", StringComparison.Ordinal)}\" holds a NUL character, which no kernel string can.");
        }

        Encoding.UTF8.GetBytes(text, Take(NameValueListEncoding.SizeOf(text)));
    }

    private Span<byte> Take(int length)
    {
        Span<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
