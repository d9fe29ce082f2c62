using System.Buffers.Binary;

namespace Knast.Native.Programs;

/// <summary>A piece of a container's output as the monitor logged it: what one read gave, so lines may be split between frames.</summary>
/// <remarks>
/// Little endian: nanoseconds since 1970 (8 bytes), length (4), stream (1), zeros (3), then the bytes. The monitor writes each frame with one write
/// and takes back what a full disk cut off, so only a crash of the machine leaves an incomplete one.
/// </remarks>
/// <param name="Nanoseconds">When it was read, in nanoseconds since 1970, UTC.</param>
/// <param name="Stream">Where it came from.</param>
/// <param name="Length">How many bytes follow the header.</param>
public readonly record struct LogFrame(long Nanoseconds, LogStream Stream, int Length)
{
    /// <summary>Bytes of a frame's header.</summary>
    public const int HeaderSize = 16;

    /// <summary>The most bytes that the monitor puts into one frame.</summary>
    public const int LargestLength = 16384;

    /// <summary>When it was read, to 100 nanoseconds.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(Nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">The log from the start of a frame.</param>
    /// <param name="frame">The frame, whose bytes follow the header.</param>
    /// <returns>Whether header and bytes are all there; if not, the monitor has not written them yet.</returns>
    /// <exception cref="InvalidDataException">It is no frame: the file is damaged.</exception>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out LogFrame frame)
    {
        frame = default;
        if (bytes.Length < HeaderSize)
        {
            return false;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        uint kind = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);
        if (length > LargestLength || kind > (uint)LogStream.Error)
        {
            throw new InvalidDataException($"The log is damaged: a frame of stream {kind} with {length} bytes.");
        }

        frame = new LogFrame(BinaryPrimitives.ReadInt64LittleEndian(bytes), (LogStream)kind, (int)length);
        return bytes.Length - HeaderSize >= length;
    }
}
