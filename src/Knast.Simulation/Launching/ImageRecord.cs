using System.Buffers.Binary;
using Knast.Native.Programs;

namespace Knast.Simulation.Launching;

/// <summary>A record of a program's image.</summary>
internal readonly struct ImageRecord(ReadOnlyMemory<byte> bytes)
{
    private const int KindsOffset = 16;
    private const int OperandsOffset = 24;

    public RecordKind Kind => (RecordKind)bytes.Span[0];

    public int OperandCount => bytes.Span[1];

    public ushort Result => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[2..]);

    public uint Number => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[4..]);

    public uint OnErrnoFirst => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[8..]);

    public ushort OnErrnoCount => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[12..]);

    public ushort Second => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[14..]);

    public OperandKind OperandKind(int index) => (OperandKind)bytes.Span[KindsOffset + index];

    public ulong Operand(int index) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[(OperandsOffset + (index * 8))..]);
}
