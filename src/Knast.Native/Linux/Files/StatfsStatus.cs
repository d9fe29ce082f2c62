using System.Buffers.Binary;

namespace Knast.Native.Linux.Files;

/// <summary>What statfs(2) says of a file system (include/uapi/asm-generic/statfs.h; the same on amd64 and arm64).</summary>
/// <param name="Magic">What kind of file system, such as 0x794C7630 for overlayfs (include/uapi/linux/magic.h).</param>
/// <param name="BlockSize">Bytes in a block.</param>
/// <param name="Blocks">Blocks in all.</param>
/// <param name="FreeBlocks">Blocks that are free.</param>
/// <param name="AvailableBlocks">Blocks that are free for a user without privileges.</param>
/// <param name="Files">Inodes in all; 0 where there is no such limit.</param>
/// <param name="FreeFiles">Inodes that are free.</param>
/// <param name="LongestName">The longest file name in bytes.</param>
public readonly record struct StatfsStatus(
    long Magic, long BlockSize, long Blocks, long FreeBlocks, long AvailableBlocks, long Files, long FreeFiles, long LongestName)
{
    /// <summary>The structure's length in bytes.</summary>
    public const int Length = 120;

    /// <summary>Reads the structure.</summary>
    /// <param name="bytes">At least <see cref="Length"/> bytes.</param>
    public static StatfsStatus Read(ReadOnlySpan<byte> bytes) => new(
        At(bytes, 0), At(bytes, 1), At(bytes, 2), At(bytes, 3), At(bytes, 4), At(bytes, 5), At(bytes, 6), At(bytes, 8));

    private static long At(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt64LittleEndian(bytes[(index * 8)..]);
}
