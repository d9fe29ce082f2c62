using System.Buffers.Binary;

namespace Knast.Native.Programs;

/// <summary>A frame on the report socket.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Tag">The tag, the record's index or the reason.</param>
/// <param name="Value">The value, the error number or the index.</param>
internal readonly record struct ProgramFrame(FrameKind Kind, uint Tag, long Value)
{
    /// <summary>Reads a frame.</summary>
    /// <exception cref="InvalidDataException">The bytes are no frame.</exception>
    public static ProgramFrame Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ProgramFormat.FrameSize)
        {
            throw new InvalidDataException($"A frame of a program has {ProgramFormat.FrameSize} bytes, not {bytes.Length}.");
        }

        var kind = (FrameKind)BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return kind is FrameKind.Report or FrameKind.Failure or FrameKind.Refusal
            ? new ProgramFrame(kind, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]))
            : throw new InvalidDataException($"{(int)kind} is no kind of frame of a program.");
    }
}
