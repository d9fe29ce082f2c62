using System.Buffers.Binary;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;

namespace Knast.Simulation.Files;

/// <summary>What stat(2) says (struct stat).</summary>
internal sealed record StatRecord
{
    private const int ChangedOffset = 80;
    private const int BirthOffset = 96;
    private const int BlockSizeOffset = 128;
    private const int BlockSize = 4096;
    private const int SectorSize = 512;

    public ulong FileSystem { get; init; }

    public ulong Inode { get; init; }

    public ulong LinkCount { get; init; }

    public FileType Type { get; init; }

    public uint Mode { get; init; }

    public uint Owner { get; init; }

    public uint Group { get; init; }

    public ulong Device { get; init; }

    public FileTime Accessed { get; init; }

    public FileTime Modified { get; init; }

    public FileTime Changed { get; init; }

    public long Size { get; init; }

    public uint Flags { get; init; }

    /// <summary>Writes struct stat.</summary>
    public void WriteTo(Span<byte> to)
    {
        to[..StatLayout.Size].Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(to[StatLayout.FileSystem..], FileSystem);
        BinaryPrimitives.WriteUInt64LittleEndian(to[StatLayout.Inode..], Inode);
        BinaryPrimitives.WriteUInt64LittleEndian(to[StatLayout.LinkCount..], LinkCount);
        BinaryPrimitives.WriteUInt16LittleEndian(to[StatLayout.Mode..], (ushort)((uint)Type | Mode));
        BinaryPrimitives.WriteUInt32LittleEndian(to[StatLayout.Owner..], Owner);
        BinaryPrimitives.WriteUInt32LittleEndian(to[StatLayout.Group..], Group);
        BinaryPrimitives.WriteUInt64LittleEndian(to[StatLayout.Device..], Device);
        Write(to[StatLayout.Accessed..], Accessed);
        Write(to[StatLayout.Modified..], Modified);
        Write(to[ChangedOffset..], Changed);
        Write(to[BirthOffset..], Changed);
        BinaryPrimitives.WriteInt64LittleEndian(to[StatLayout.Length..], Size);
        BinaryPrimitives.WriteInt64LittleEndian(to[StatLayout.Blocks..], (Size + SectorSize - 1) / SectorSize);
        BinaryPrimitives.WriteInt32LittleEndian(to[BlockSizeOffset..], BlockSize);
        BinaryPrimitives.WriteUInt32LittleEndian(to[StatLayout.Flags..], Flags);
    }

    private static void Write(Span<byte> to, FileTime time)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, time.Seconds);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], time.Nanoseconds);
    }
}
