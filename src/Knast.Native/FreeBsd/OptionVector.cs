using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd;

/// <summary>
/// The options of jail_set(2), jail_get(2) and nmount(2): a list of struct iovec, two for each option, its name and its value. The kernel writes
/// its own words into the option <c>errmsg</c>, which is always the last one here.
/// </summary>
internal sealed class OptionVector
{
    private const int LongestMessage = 256;

    private readonly SystemCall _call;
    private readonly BlockReference _vector;
    private readonly BlockReference[] _values;
    private readonly int _count;
    private int _next;

    /// <summary>Begins a list and makes it the next two arguments of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="count">How many options will be added.</param>
    /// <param name="direction">Whether the kernel writes lengths back, as jail_get(2) does.</param>
    public OptionVector(SystemCall call, int count, BlockDirection direction = BlockDirection.In)
    {
        _call = call;
        _count = count;
        _values = new BlockReference[count + 1];
        _vector = call.AddBlock((count + 1) * 2 * IovecLayout.Size, direction);
        call.Argument(_vector).Argument((count + 1) * 2);
    }

    /// <summary>Adds an option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; empty for an option that is there or not.</param>
    public void Add(string name, ReadOnlySpan<byte> value) => value.CopyTo(_call.Bytes(Add(name, value.Length, BlockDirection.In)));

    /// <summary>Adds an option that the kernel writes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="length">Room for its value in bytes; 0 asks for the length.</param>
    /// <param name="direction">Who writes the value.</param>
    /// <returns>The block with the value.</returns>
    public BlockReference Add(string name, int length, BlockDirection direction)
    {
        BlockReference nameBlock = _call.AddText(name);
        Write(_next * 2, nameBlock, Encoding.UTF8.GetByteCount(name) + 1);
        BlockReference value = _call.AddBlock(length, direction);
        Write((_next * 2) + 1, length == 0 ? null : value, length);
        _values[_next++] = value;
        return value;
    }

    /// <summary>Ends the list with room for the kernel's words.</summary>
    /// <exception cref="InvalidOperationException">Another number of options was added than was said.</exception>
    public void End()
    {
        if (_next != _count)
        {
            throw new InvalidOperationException($"{_call.Name} has {_next} options where {_count} were announced.");
        }

        Add("errmsg", LongestMessage, BlockDirection.InOut);
    }

    /// <summary>The value of an option after the call, as long as the kernel says it is.</summary>
    /// <param name="index">Which option, in the order in which they were added.</param>
    public ReadOnlySpan<byte> Value(int index)
    {
        ReadOnlySpan<byte> value = _call.Bytes(_values[index]);
        return value[..(int)Math.Clamp(Length(index), 0, value.Length)];
    }

    /// <summary>How long the kernel says the value of an option is.</summary>
    /// <param name="index">Which option.</param>
    public long Length(int index) =>
        BinaryPrimitives.ReadInt64LittleEndian(_call.Bytes(_vector)[((((index * 2) + 1) * IovecLayout.Size) + IovecLayout.Length)..]);

    /// <summary>The kernel's own words, where it gave some.</summary>
    public string? Message()
    {
        string message = FixedText.Read(_call.Bytes(_values[_count]));
        return message.Length == 0 ? null : message;
    }

    private void Write(int index, BlockReference? block, long length)
    {
        int offset = index * IovecLayout.Size;
        if (block is { } known)
        {
            _call.Point(_vector, offset + IovecLayout.Base, known);
        }

        _call.Write(_vector, offset + IovecLayout.Length, 8, length);
    }
}
