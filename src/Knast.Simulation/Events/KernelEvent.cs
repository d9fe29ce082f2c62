using System.Buffers.Binary;

namespace Knast.Simulation.Events;

/// <summary>An event of kqueue(2) (struct kevent).</summary>
internal sealed record KernelEvent
{
    /// <summary>Bytes of struct kevent.</summary>
    public const int Size = 64;

    private const int ExtensionOffset = 32;

    public ulong Identifier { get; init; }

    public short Filter { get; init; }

    public EventFlags Flags { get; init; }

    public uint FilterFlags { get; init; }

    public long Data { get; init; }

    public ulong UserData { get; init; }

    /// <summary>The four words that are given back as they came.</summary>
    public byte[] Extension { get; init; } = new byte[Size - ExtensionOffset];

    public static KernelEvent Read(ReadOnlySpan<byte> from) => new()
    {
        Identifier = BinaryPrimitives.ReadUInt64LittleEndian(from),
        Filter = BinaryPrimitives.ReadInt16LittleEndian(from[8..]),
        Flags = (EventFlags)BinaryPrimitives.ReadUInt16LittleEndian(from[10..]),
        FilterFlags = BinaryPrimitives.ReadUInt32LittleEndian(from[12..]),
        Data = BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
        UserData = BinaryPrimitives.ReadUInt64LittleEndian(from[24..]),
        Extension = from[ExtensionOffset..Size].ToArray(),
    };

    public void WriteTo(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(to, Identifier);
        BinaryPrimitives.WriteInt16LittleEndian(to[8..], Filter);
        BinaryPrimitives.WriteUInt16LittleEndian(to[10..], (ushort)Flags);
        BinaryPrimitives.WriteUInt32LittleEndian(to[12..], FilterFlags);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], Data);
        BinaryPrimitives.WriteUInt64LittleEndian(to[24..], UserData);
        Extension.CopyTo(to[ExtensionOffset..]);
    }
}
