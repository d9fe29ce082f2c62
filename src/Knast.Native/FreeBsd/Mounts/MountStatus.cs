using System.Buffers.Binary;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>A mount, as statfs(2) shows it (sys/mount.h, struct statfs).</summary>
/// <param name="FileSystem">The kind of file system, such as <c>nullfs</c>.</param>
/// <param name="Source">What is mounted.</param>
/// <param name="Destination">Where; a jail sees it as its <c>enforce_statfs</c> allows.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Id">What names it as long as it is there; zeros for those who may not know (statfs(2)).</param>
/// <param name="Type">The kernel's number for the kind, which changes with each boot.</param>
/// <param name="BlockSize">Bytes of a block.</param>
/// <param name="Blocks">Blocks in all.</param>
/// <param name="FreeBlocks">Blocks that are free.</param>
/// <param name="AvailableBlocks">Blocks that are free for a user without privileges; may be negative.</param>
/// <param name="LongestName">The longest file name in bytes.</param>
/// <param name="Owner">Who mounted it: user id.</param>
public sealed record MountStatus(
    string FileSystem,
    string Source,
    string Destination,
    MountFlags Flags,
    FileSystemId Id,
    uint Type,
    ulong BlockSize,
    ulong Blocks,
    ulong FreeBlocks,
    long AvailableBlocks,
    uint LongestName,
    uint Owner)
{
    /// <summary>Reads the structure.</summary>
    /// <param name="bytes">At least 2344 bytes.</param>
    /// <exception cref="InvalidDataException">It has another version.</exception>
    internal static MountStatus Read(ReadOnlySpan<byte> bytes)
    {
        uint version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[StatfsLayout.Version..]);
        return version == StatfsLayout.CurrentVersion
            ? ReadCurrent(bytes)
            : throw new InvalidDataException($"statfs gave version 0x{version:x}; Knast reads 0x{StatfsLayout.CurrentVersion:x}.");
    }

    /// <summary>The same in the words of every system.</summary>
    internal FileSystemStatus ToFileSystemStatus()
    {
        long block = (long)BlockSize;
        return new FileSystemStatus(Type, (long)Blocks * block, (long)FreeBlocks * block, AvailableBlocks * block, LongestName);
    }

    private static MountStatus ReadCurrent(ReadOnlySpan<byte> bytes) => new(
        FixedText.Read(bytes[StatfsLayout.FileSystem..StatfsLayout.Source]),
        FixedText.Read(bytes[StatfsLayout.Source..StatfsLayout.Destination]),
        FixedText.Read(bytes[StatfsLayout.Destination..StatfsLayout.Size]),
        (MountFlags)BinaryPrimitives.ReadInt64LittleEndian(bytes[StatfsLayout.Flags..]),
        new FileSystemId(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[StatfsLayout.Id..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[(StatfsLayout.Id + 4)..])),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[StatfsLayout.Type..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[StatfsLayout.BlockSize..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[StatfsLayout.Blocks..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[StatfsLayout.FreeBlocks..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[StatfsLayout.AvailableBlocks..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[StatfsLayout.LongestName..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[StatfsLayout.Owner..]));
}
