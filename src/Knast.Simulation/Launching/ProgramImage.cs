using System.Buffers.Binary;
using Knast.Native.Programs;

namespace Knast.Simulation.Launching;

/// <summary>Reads the parts of a program's image (docs/programs.md).</summary>
internal sealed class ProgramImage(byte[] bytes)
{
    private const int RecordCountOffset = 12;
    private const int RelocationCountOffset = 16;
    private const int OnErrnoCountOffset = 20;
    private const int DataOffsetOffset = 24;
    private const int DataSizeOffset = 28;
    private const int RegisterCountOffset = 32;
    private const int FailureStatusOffset = 36;

    public byte[] Bytes { get; } = bytes;

    public uint Magic => Read32(0);

    public ushort Version => BinaryPrimitives.ReadUInt16LittleEndian(Bytes.AsSpan(4));

    public byte System => Bytes[6];

    public byte Architecture => Bytes[7];

    public uint TotalSize => Read32(8);

    public uint RecordCount => Read32(RecordCountOffset);

    public uint RelocationCount => Read32(RelocationCountOffset);

    public uint OnErrnoCount => Read32(OnErrnoCountOffset);

    public uint DataOffset => Read32(DataOffsetOffset);

    public uint DataSize => Read32(DataSizeOffset);

    public uint RegisterCount => Read32(RegisterCountOffset);

    public uint FailureStatus => Read32(FailureStatusOffset);

    /// <summary>The bytes that calls read and write.</summary>
    public Span<byte> Data => Bytes.AsSpan((int)DataOffset, (int)DataSize);

    public ImageRecord Record(uint index) => new(Bytes.AsMemory(
        ProgramFormat.HeaderSize + ((int)index * ProgramFormat.RecordSize), ProgramFormat.RecordSize));

    public (uint At, uint To) Relocation(uint index) => Entry(RecordCount, index);

    public (uint Error, uint Skip) OnErrno(uint index) => Entry(RecordCount, RelocationCount + index);

    private uint Read32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(offset));

    private (uint First, uint Second) Entry(uint records, uint index)
    {
        int offset = ProgramFormat.HeaderSize + ((int)records * ProgramFormat.RecordSize) + ((int)index * ProgramFormat.EntrySize);
        return (Read32(offset), Read32(offset + 4));
    }
}
