using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>Unpacks a list.</summary>
internal ref struct ZfsListReader
{
    private const int DeepestNesting = 32;

    private readonly int _length;
    private ReadOnlySpan<byte> _rest;
    private int _depth;

    /// <summary>Starts.</summary>
    /// <param name="bytes">The list; what follows it is left alone.</param>
    public ZfsListReader(ReadOnlySpan<byte> bytes)
    {
        _length = bytes.Length;
        _rest = bytes;
    }

    /// <summary>Unpacks the whole list.</summary>
    /// <exception cref="InvalidDataException">The kernel would not have packed it so.</exception>
    public ZfsList ReadAll()
    {
        ReadOnlySpan<byte> header = Take(ZfsListEncoding.HeaderSize);
        if (header[0] != ZfsListEncoding.Native || header[1] != ZfsListEncoding.LittleEndian)
        {
            throw Wrong($"it is packed in the way {header[0]} with byte order {header[1]}");
        }

        Take(2 * sizeof(int));
        return ReadPairs();
    }

    private ZfsList ReadPairs()
    {
        if (++_depth > DeepestNesting)
        {
            throw Wrong($"lists are nested more than {DeepestNesting} deep");
        }

        var list = new ZfsList();
        while (true)
        {
            int length = _rest.Length < sizeof(int) ? throw Wrong("it ends early") : BinaryPrimitives.ReadInt32LittleEndian(_rest);
            if (length == 0)
            {
                Take(ZfsListEncoding.EndSize);
                _depth--;
                return list;
            }

            if (length < NvpairLayout.Size || length > _rest.Length)
            {
                throw Wrong($"a pair of {length} bytes stands where {_rest.Length} are left");
            }

            ReadPair(list, Take(length));
        }
    }

    private void ReadPair(ZfsList list, ReadOnlySpan<byte> pair)
    {
        int nameLength = BinaryPrimitives.ReadInt16LittleEndian(pair[NvpairLayout.NameLength..]);
        int count = BinaryPrimitives.ReadInt32LittleEndian(pair[NvpairLayout.ElementCount..]);
        var type = (ZfsDataType)BinaryPrimitives.ReadInt32LittleEndian(pair[NvpairLayout.Type..]);
        int valueAt = ZfsListEncoding.Align(NvpairLayout.Size + nameLength);
        if (nameLength < 1 || valueAt > pair.Length || pair[NvpairLayout.Size + nameLength - 1] != 0)
        {
            throw Wrong($"a name of {nameLength} bytes in a pair of {pair.Length}");
        }

        string name = FixedText.Read(pair.Slice(NvpairLayout.Size, nameLength));
        ReadOnlySpan<byte> value = pair[valueAt..];
        if (list.Contains(name))
        {
            throw Wrong($"\"{name}\" comes twice");
        }

        switch (type)
        {
            case ZfsDataType.Presence:
                list.Add(name, null);
                break;
            case ZfsDataType.Boolean:
                list.Add(name, BinaryPrimitives.ReadInt32LittleEndian(Need(value, sizeof(int))) != 0);
                break;
            case ZfsDataType.Int32:
                list.Add(name, BinaryPrimitives.ReadInt32LittleEndian(Need(value, sizeof(int))));
                break;
            case ZfsDataType.UInt64:
                list.Add(name, BinaryPrimitives.ReadUInt64LittleEndian(Need(value, sizeof(ulong))));
                break;
            case ZfsDataType.Text:
                list.Add(name, FixedText.Read(value));
                break;
            case ZfsDataType.UInt64Array:
                list.Add(name, ReadNumbers(value, count));
                break;
            case ZfsDataType.List:
                list.Add(name, ReadPairs());
                break;
            case ZfsDataType.ListArray:
                list.Add(name, ReadLists(count));
                break;
        }
    }

    private readonly ulong[] ReadNumbers(ReadOnlySpan<byte> value, int count)
    {
        if (count < 0 || count > value.Length / sizeof(ulong))
        {
            throw Wrong($"{count} numbers in {value.Length} bytes");
        }

        var numbers = new ulong[count];
        for (int index = 0; index < count; index++)
        {
            numbers[index] = BinaryPrimitives.ReadUInt64LittleEndian(value[(index * sizeof(ulong))..]);
        }

        return numbers;
    }

    private ZfsList[] ReadLists(int count)
    {
        if (count < 0 || count > _rest.Length / ZfsListEncoding.EndSize)
        {
            throw Wrong($"{count} lists in {_rest.Length} bytes");
        }

        var lists = new ZfsList[count];
        for (int index = 0; index < count; index++)
        {
            lists[index] = ReadPairs();
        }

        return lists;
    }

    private readonly ReadOnlySpan<byte> Need(ReadOnlySpan<byte> value, int length) =>
        value.Length >= length ? value : throw Wrong($"a value of {value.Length} bytes instead of {length}");

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
        new($"A list of ZFS is damaged at byte {_length - _rest.Length} of {_length}: {what}.");
}
