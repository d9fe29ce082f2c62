using System.Buffers.Binary;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Options;

/// <summary>The options of nmount(2), jail_set(2) and jail_get(2): pairs of vectors, a name that ends with NUL and a value (vfs_buildopts).</summary>
internal sealed class OptionList
{
    private const int MostVectors = 1024;
    private const int LargestArgument = 65536;
    private const int VectorSize = 16;
    private const string Message = "errmsg";

    private readonly List<Option> _options = [];
    private readonly IReadOnlyList<(ulong Address, int Length)> _vectors;
    private readonly IMemory _memory;
    private readonly ulong _address;

    /// <summary>Reads them.</summary>
    /// <exception cref="KernelError">EINVAL, EFAULT.</exception>
    public OptionList(CallContext call, int address, int count)
    {
        _memory = call.Memory;
        _address = call.Address(address);
        uint vectors = call.UInt32(count);
        KernelError.Unless(vectors % 2 == 0 && vectors <= MostVectors, ErrorCode.EINVAL);
        _vectors = MessageHeader.ReadVectors(_memory, _address, (int)vectors);
        long used = 0;
        for (int index = 0; index < _vectors.Count; index += 2)
        {
            used += 64L + _vectors[index].Length + _vectors[index + 1].Length;
            KernelError.Unless(used <= LargestArgument, ErrorCode.EINVAL);
            _options.Add(Read(index));
        }

        Sanitize();
    }

    /// <summary>All of them, the last of each name.</summary>
    public IReadOnlyList<Option> All => _options;

    /// <summary>An option, which is seen by that; null where there is none.</summary>
    public Option? Find(string name)
    {
        Option? found = _options.Find(option => option.Name == name);
        if (found is not null)
        {
            found.IsSeen = true;
        }

        return found;
    }

    /// <summary>Whether it is there.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A number; null where it is missing (vfs_copyopt).</summary>
    /// <exception cref="KernelError">EINVAL: the value has another size.</exception>
    public int? Int32(string name) => Find(name) is not { } option ? null
        : option.Value is { Length: 4 } value ? BinaryPrimitives.ReadInt32LittleEndian(value)
        : throw new KernelError(ErrorCode.EINVAL);

    /// <summary>A large number; null where it is missing.</summary>
    /// <exception cref="KernelError">EINVAL: the value has another size.</exception>
    public ulong? UInt64(string name) => Find(name) is not { } option ? null
        : option.Value is { Length: 8 } value ? BinaryPrimitives.ReadUInt64LittleEndian(value)
        : throw new KernelError(ErrorCode.EINVAL);

    /// <summary>A string that ends with NUL; null where it is missing (vfs_getopts).</summary>
    /// <exception cref="KernelError">EINVAL: it does not end.</exception>
    public string? Text(string name)
    {
        if (Find(name) is not { } option)
        {
            return null;
        }

        byte[] value = option.Value is { Length: > 0 } bytes && bytes[^1] == 0 ? bytes : throw new KernelError(ErrorCode.EINVAL);
        return Encoding.Latin1.GetString(value, 0, Array.IndexOf(value, (byte)0));
    }

    /// <summary>Answers with bytes of just that length (vfs_setopt).</summary>
    /// <exception cref="KernelError">EINVAL: there is another amount of room.</exception>
    public void Set(string name, ReadOnlySpan<byte> value)
    {
        if (Find(name) is { } option)
        {
            KernelError.Unless(option.Value is null || option.Value.Length == value.Length, ErrorCode.EINVAL);
            option.Length = value.Length;
            value.CopyTo(option.Value ?? new byte[value.Length]);
        }
    }

    /// <summary>Answers with a number.</summary>
    public void Set(string name, int value) => Set(name, BitConverter.GetBytes(value));

    /// <summary>Answers with bytes where there is at least as much room (vfs_setopt_part).</summary>
    public void SetPart(string name, ReadOnlySpan<byte> value)
    {
        if (Find(name) is { } option)
        {
            KernelError.Unless(option.Value is null || option.Value.Length >= value.Length, ErrorCode.EINVAL);
            option.Length = value.Length;
            value.CopyTo(option.Value ?? new byte[value.Length]);
        }
    }

    /// <summary>Answers with a string (vfs_setopts).</summary>
    public void SetText(string name, string value)
    {
        if (Find(name) is { } option)
        {
            byte[] bytes = Encoding.Latin1.GetBytes(value + "\0");
            KernelError.Unless(option.Value is null || option.Value.Length >= bytes.Length, ErrorCode.EINVAL);
            option.Length = option.Value?.Length ?? bytes.Length;
            bytes.CopyTo(option.Value ?? new byte[bytes.Length]);
        }
    }

    /// <summary>Writes a number to where the caller gave one.</summary>
    public void WriteNumber(string name, int value)
    {
        if (Find(name) is { } option)
        {
            _memory.WriteInt32(_vectors[(2 * option.Position) + 1].Address, value);
        }
    }

    /// <summary>Writes answers to where the caller wants them, and their lengths into the vectors.</summary>
    public void WriteBack()
    {
        foreach (Option option in _options.Where(static option => option.Name != Message))
        {
            int index = (2 * option.Position) + 1;
            _memory.WriteUInt64(_address + (ulong)(index * VectorSize) + 8, (ulong)option.Length);
            if (option.Value is { } value)
            {
                _memory.Write(_vectors[index].Address, value.AsSpan(0, Math.Min(option.Length, value.Length)));
            }
        }
    }

    /// <summary>Writes into <c>errmsg</c> what the kernel says of an error.</summary>
    public void WriteMessage(KernelError error)
    {
        if (error.Words is { } words && Find(Message) is { Length: > 0 } option)
        {
            byte[] text = new byte[option.Length];
            Encoding.Latin1.GetBytes(words.AsSpan(0, Math.Min(words.Length, text.Length - 1)), text);
            _memory.Write(_vectors[(2 * option.Position) + 1].Address, text);
        }
    }

    private Option Read(int index)
    {
        (ulong nameAddress, int nameLength) = _vectors[index];
        (ulong valueAddress, int valueLength) = _vectors[index + 1];
        ReadOnlySpan<byte> name = _memory.Read(nameAddress, nameLength);
        KernelError.Unless(nameLength > 0 && name[^1] == 0, ErrorCode.EINVAL);
        byte[]? value = valueLength == 0 ? null : _memory.Read(valueAddress, valueLength).ToArray();
        return new Option(Encoding.Latin1.GetString(name[..name.IndexOf((byte)0)]), value, index / 2);
    }

    // Of options that say the same or the opposite the last one counts.
    private void Sanitize()
    {
        for (int index = _options.Count - 1; index >= 0; index--)
        {
            for (int earlier = index - 1; earlier >= 0; earlier--)
            {
                if (OptionNames.AreAboutTheSame(_options[earlier].Name, _options[index].Name))
                {
                    _options.RemoveAt(earlier);
                    index--;
                }
            }
        }
    }
}
