using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Unpacks a list, as strictly as the kernel does.</summary>
internal ref struct NameValueListReader
{
    [AbiConstant("nv.NV_FLAG_BIG_ENDIAN")]
    private const int BigEndian = 0x80;

    // The kernel's lists are four deep; a hostile one must not exhaust the stack.
    private const int DeepestNesting = 32;

    private readonly int _length;
    private ReadOnlySpan<byte> _rest;
    private int _depth;

    /// <summary>Starts.</summary>
    /// <param name="bytes">The list, and nothing after it.</param>
    public NameValueListReader(ReadOnlySpan<byte> bytes)
    {
        _length = bytes.Length;
        _rest = bytes;
    }

    /// <summary>Unpacks the whole list.</summary>
    /// <exception cref="InvalidDataException">The kernel would not have packed it so.</exception>
    public NameValueList ReadAll() => ReadList(closedBy: NameValueType.None);

    private NameValueList ReadList(NameValueType closedBy)
    {
        if (++_depth > DeepestNesting)
        {
            throw Wrong($"lists are nested more than {DeepestNesting} deep");
        }

        ReadHeader();
        var list = new NameValueList();
        while (true)
        {
            if (closedBy == NameValueType.None && _rest.Length == 0)
            {
                break;
            }

            (NameValueType type, string name, int dataLength, int itemCount) = ReadPair();
            if (closedBy != NameValueType.None && type == closedBy)
            {
                break;
            }

            AddPair(list, name, ReadValue(type, dataLength, itemCount));
        }

        _depth--;
        return list;
    }

    private readonly void AddPair(NameValueList list, string name, object? value)
    {
        if (list.Contains(name))
        {
            throw Wrong($"\"{name}\" comes twice");
        }

        list.Add(name, value);
    }

    private void ReadHeader()
    {
        ReadOnlySpan<byte> header = Take(NvlistHeaderLayout.Size);
        long length = BinaryPrimitives.ReadInt64LittleEndian(header[NvlistHeaderLayout.Length..]);
        if (header[NvlistHeaderLayout.Magic] != NameValueListWriter.Magic || (header[NvlistHeaderLayout.Flags] & BigEndian) != 0)
        {
            throw Wrong($"a list of this byte order begins with 0x{NameValueListWriter.Magic:x2}");
        }

        if (length != _rest.Length)
        {
            throw Wrong($"a list counts {length} bytes behind its header, where {_rest.Length} are");
        }
    }

    private (NameValueType Type, string Name, int DataLength, int ItemCount) ReadPair()
    {
        ReadOnlySpan<byte> header = Take(NvpairHeaderLayout.Size);
        var type = (NameValueType)header[NvpairHeaderLayout.Type];
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[NvpairHeaderLayout.NameLength..]);
        ulong dataLength = BinaryPrimitives.ReadUInt64LittleEndian(header[NvpairHeaderLayout.DataLength..]);
        ulong itemCount = BinaryPrimitives.ReadUInt64LittleEndian(header[NvpairHeaderLayout.ItemCount..]);
        if (nameLength is 0 or > NameValueListWriter.LongestName)
        {
            throw Wrong($"a name of {nameLength} bytes");
        }

        string name = ReadText(nameLength);
        if (dataLength > (ulong)_rest.Length || itemCount > (ulong)_rest.Length / (ulong)(type == NameValueType.Numbers ? sizeof(ulong) : 1))
        {
            throw Wrong($"\"{name}\" counts {itemCount} values in {dataLength} bytes, where {_rest.Length} are left");
        }

        return (type, name, (int)dataLength, (int)itemCount);
    }

    private object? ReadValue(NameValueType type, int dataLength, int itemCount) => type switch
    {
        NameValueType.Null => null,
        NameValueType.Boolean => Take(1)[0] != 0,
        NameValueType.Number => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong))),
        NameValueType.Text => ReadText(Some(dataLength)),
        NameValueType.Binary => Take(Some(dataLength)).ToArray(),
        NameValueType.List => ReadList(closedBy: NameValueType.Up),
        NameValueType.Booleans => ReadBooleans(Some(itemCount)),
        NameValueType.Numbers => ReadNumbers(Some(itemCount)),
        NameValueType.Texts => ReadTexts(Some(itemCount), dataLength),
        NameValueType.Lists => ReadLists(Some(itemCount)),
        _ => throw Wrong($"a value of type {(int)type}"),
    };

    private bool[] ReadBooleans(int count)
    {
        var truths = new bool[count];
        for (int index = 0; index < count; index++)
        {
            truths[index] = Take(1)[0] != 0;
        }

        return truths;
    }

    private ulong[] ReadNumbers(int count)
    {
        ReadOnlySpan<byte> bytes = Take(count * sizeof(ulong));
        var numbers = new ulong[count];
        for (int index = 0; index < count; index++)
        {
            numbers[index] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(index * sizeof(ulong))..]);
        }

        return numbers;
    }

    private string[] ReadTexts(int count, int dataLength)
    {
        int before = _rest.Length;
        var texts = new string[count];
        for (int index = 0; index < count; index++)
        {
            texts[index] = ReadText(_rest.IndexOf((byte)0) + 1);
        }

        return before - _rest.Length == dataLength
            ? texts
            : throw Wrong($"{count} strings take {before - _rest.Length} bytes instead of {dataLength}");
    }

    private NameValueList[] ReadLists(int count)
    {
        var lists = new NameValueList[count];
        for (int index = 0; index < count; index++)
        {
            lists[index] = ReadList(closedBy: NameValueType.NextInArray);
        }

        return lists;
    }

    private string ReadText(int length)
    {
        ReadOnlySpan<byte> text = Take(length);
        return length != 0 && text.IndexOf((byte)0) == length - 1
            ? Encoding.UTF8.GetString(text[..^1])
            : throw Wrong("a string does not end where its NUL is");
    }

    private readonly int Some(int count) => count != 0 ? count : throw Wrong("a value of no bytes");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw Wrong($"{length} bytes are wanted where {_rest.Length} are left");
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private readonly InvalidDataException Wrong(string what) =>
        new($"A list of names and values is damaged at byte {_length - _rest.Length} of {_length}: {what}.");
}
