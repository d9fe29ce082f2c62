using System.Buffers.Binary;

namespace Knast.Native.Remote;

/// <summary>A frame that grows as it is written; little endian, as both architectures are.</summary>
internal sealed class FrameBuffer
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>What was written so far, the header before it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Begins a frame.</summary>
    public void Begin(AgentVerb verb)
    {
        _length = 0;
        Write32(0);
        Write32((uint)verb);
    }

    /// <summary>Writes the length into the header.</summary>
    /// <exception cref="ArgumentException">The frame is longer than an agent takes.</exception>
    public void End()
    {
        int length = _length - AgentProtocol.HeaderSize;
        if (length > AgentProtocol.LargestFrame)
        {
            throw new ArgumentException($"A frame of {length} bytes is too long for an agent, which takes {AgentProtocol.LargestFrame} bytes at once.");
        }

        BinaryPrimitives.WriteInt32LittleEndian(_bytes, length);
    }

    /// <summary>Appends two bytes.</summary>
    public void Write16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Reserve(sizeof(ushort)), value);

    /// <summary>Appends four bytes.</summary>
    public void Write32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), value);

    /// <summary>Appends eight bytes.</summary>
    public void Write64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value);

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(_length + length)));
        }

        _length += length;
        return _bytes.AsSpan(_length - length, length);
    }
}
