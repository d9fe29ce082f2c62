using System.Buffers.Binary;

namespace Knast.Native.Linux.Files;

/// <summary>What statx(2) says of a file (include/uapi/linux/stat.h, struct statx).</summary>
/// <param name="Mode">File type and permission bits.</param>
/// <param name="LinkCount">Names it has.</param>
/// <param name="Owner">User id.</param>
/// <param name="Group">Group id.</param>
/// <param name="Inode">Inode number.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Blocks">Blocks of 512 bytes that are allocated.</param>
/// <param name="Accessed">The time of the last access.</param>
/// <param name="Modified">The time of the last change of content.</param>
/// <param name="DeviceMajor">Of the device that this file is, where it is one.</param>
/// <param name="DeviceMinor">Of the device that this file is, where it is one.</param>
/// <param name="FileSystemMajor">Of the device that holds the file.</param>
/// <param name="FileSystemMinor">Of the device that holds the file.</param>
public readonly record struct StatxStatus(
    uint Mode,
    uint LinkCount,
    uint Owner,
    uint Group,
    ulong Inode,
    long Size,
    long Blocks,
    TimeSpec Accessed,
    TimeSpec Modified,
    uint DeviceMajor,
    uint DeviceMinor,
    uint FileSystemMajor,
    uint FileSystemMinor)
{
    /// <summary>The structure's length in bytes.</summary>
    public const int Length = 256;

    /// <summary>Reads the structure.</summary>
    /// <param name="bytes">At least <see cref="Length"/> bytes.</param>
    public static StatxStatus Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[32..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[48..]),
        ReadTime(bytes[64..]),
        ReadTime(bytes[112..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[128..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[132..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[136..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[140..]));

    private static TimeSpec ReadTime(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
}
