using System.Buffers.Binary;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>What stat(2) says of a file (sys/stat.h, struct stat).</summary>
/// <param name="FileSystem">The device that holds it.</param>
/// <param name="Inode">Inode number.</param>
/// <param name="LinkCount">Names it has.</param>
/// <param name="Mode">File type and permission bits.</param>
/// <param name="Owner">User id.</param>
/// <param name="Group">Group id.</param>
/// <param name="Device">The device that it is, where it is one.</param>
/// <param name="Accessed">The time of the last access.</param>
/// <param name="Modified">The time of the last change of content.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Blocks">Blocks of 512 bytes that are allocated.</param>
/// <param name="Flags">File flags (chflags(2)).</param>
internal readonly record struct StatStatus(
    ulong FileSystem,
    ulong Inode,
    ulong LinkCount,
    ushort Mode,
    uint Owner,
    uint Group,
    ulong Device,
    FileTime Accessed,
    FileTime Modified,
    long Length,
    long Blocks,
    uint Flags)
{
    /// <summary>Reads the structure.</summary>
    /// <param name="bytes">At least <see cref="StatLayout.Size"/> bytes.</param>
    public static StatStatus Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[StatLayout.FileSystem..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[StatLayout.Inode..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[StatLayout.LinkCount..]),
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[StatLayout.Mode..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[StatLayout.Owner..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[StatLayout.Group..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[StatLayout.Device..]),
        ReadTime(bytes[StatLayout.Accessed..]),
        ReadTime(bytes[StatLayout.Modified..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[StatLayout.Length..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[StatLayout.Blocks..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[StatLayout.Flags..]));

    /// <summary>The same in the words of every system.</summary>
    public FileStatus ToFileStatus() => new(
        (FileType)(Mode & (int)ModeBits.Type),
        Mode & (uint)ModeBits.Permissions,
        Owner,
        Group,
        Length,
        Blocks * 512,
        (uint)Math.Min(LinkCount, uint.MaxValue),
        Inode,
        DeviceNumbers.Decode(FileSystem),
        DeviceNumbers.Decode(Device),
        Accessed,
        Modified);

    private static FileTime ReadTime(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes[TimespecLayout.Seconds..]),
        (int)BinaryPrimitives.ReadInt64LittleEndian(bytes[TimespecLayout.Nanoseconds..]));
}
