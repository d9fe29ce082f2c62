using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>A field of a structure that the kernel also tells under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Offset">Where it is in the structure, in bytes.</param>
/// <param name="Size">How many bytes it, or each of its numbers, takes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many numbers it has, where it has several.</param>
internal readonly record struct NameValueField(string Name, int Offset, int Size, NameValueFieldKind Kind = NameValueFieldKind.Number, int Count = 1)
{
    /// <summary>Copies the field from a list into the structure; what is missing stays zero.</summary>
    /// <exception cref="InvalidDataException">A number or a string does not fit.</exception>
    public void Read(NameValueList list, Span<byte> structure)
    {
        Span<byte> field = structure.Slice(Offset, Size * Count);
        switch (Kind)
        {
            case NameValueFieldKind.Text:
                ReadText(list.Text(Name), field);
                break;
            case NameValueFieldKind.Binary:
                if (list.TryGet(Name, out byte[]? bytes))
                {
                    bytes.AsSpan(0, Math.Min(bytes.Length, field.Length)).CopyTo(field);
                }

                break;
            case NameValueFieldKind.Numbers:
                IReadOnlyList<ulong> numbers = list.Numbers(Name);
                for (int index = 0; index < Math.Min(Count, numbers.Count); index++)
                {
                    WriteNumber(field[(index * Size)..], numbers[index]);
                }

                break;
            default:
                WriteNumber(field, list.Number(Name));
                break;
        }
    }

    /// <summary>Copies the field from the structure into a list.</summary>
    public void Write(ReadOnlySpan<byte> structure, NameValueList list)
    {
        ReadOnlySpan<byte> field = structure.Slice(Offset, Size * Count);
        switch (Kind)
        {
            case NameValueFieldKind.Text:
                list.Add(Name, FixedText.Read(field));
                break;
            case NameValueFieldKind.Binary:
                list.Add(Name, field.ToArray());
                break;
            case NameValueFieldKind.Numbers:
                var numbers = new ulong[Count];
                for (int index = 0; index < Count; index++)
                {
                    numbers[index] = ReadNumber(field[(index * Size)..]);
                }

                list.Add(Name, numbers);
                break;
            default:
                list.Add(Name, ReadNumber(field));
                break;
        }
    }

    private void ReadText(string text, Span<byte> field)
    {
        try
        {
            FixedText.Write(field, text, $"The value of {Name}");
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private ulong ReadNumber(ReadOnlySpan<byte> field) => Size switch
    {
        1 => field[0],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(field),
        4 when Kind == NameValueFieldKind.SignedNumber => (ulong)BinaryPrimitives.ReadInt32LittleEndian(field),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(field),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(field),
    };

    private void WriteNumber(Span<byte> field, ulong value)
    {
        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(whole, value);
        bool fits = Kind == NameValueFieldKind.SignedNumber
            ? (long)value == (int)value
            : !whole[Size..].ContainsAnyExcept((byte)0);
        if (!fits)
        {
            throw new InvalidDataException($"{value} does not fit {Name}, which has {Size} bytes.");
        }

        whole[..Size].CopyTo(field);
    }
}
