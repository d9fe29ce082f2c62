using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;

namespace Knast.Images.Archives;

/// <summary>Makes entries from headers and from the extended headers before them.</summary>
internal sealed class TarEntryBuilder
{
    private const uint PermissionBits = 0xFFF;

    private PaxHeader _global = new();
    private PaxHeader? _local;
    private byte[]? _longName;
    private byte[]? _longLink;

    /// <summary>Whether the entry made last has its map of holes in the archive, before its data.</summary>
    public bool HasMapInArchive { get; private set; }

    /// <summary>Whether that map is in GNU's old format.</summary>
    public bool IsOldSparse { get; private set; }

    /// <summary>The first pieces of a map in GNU's old format, and whether more blocks follow.</summary>
    public (byte[] Pieces, bool HasMore) OldSparsePieces { get; private set; }

    /// <summary>Takes the content of an extended header for the entry after it.</summary>
    /// <param name="type">x, X and g for PAX, L and K for GNU.</param>
    /// <param name="content">The content.</param>
    public void AddMetadata(byte type, byte[] content)
    {
        switch (type)
        {
            case (byte)'g': _global = _global.With(content); break;
            case (byte)'L': _longName = ToText(content); break;
            case (byte)'K': _longLink = ToText(content); break;
            default: _local = (_local ?? _global).With(content); break;
        }
    }

    /// <summary>Makes the entry; null where its type is none of ours and it is to be skipped.</summary>
    public TarEntry? Build(TarHeader header)
    {
        PaxHeader pax = _local ?? _global;
        byte[] name = pax.Sparse.Name ?? pax.Path ?? _longName ?? NameOf(header);
        byte[] link = pax.LinkPath ?? _longLink ?? header.LinkName.ToArray();
        _local = null;
        _longName = _longLink = null;
        if (TypeOf(header.TypeFlag, name) is not { } type)
        {
            return null;
        }

        // Writers leave sizes in headers of what has no data. Of directories, GNU's dumpdir has some, and what is one by its slash only may.
        bool hasData = header.TypeFlag is 0 or (byte)'0' or (byte)'7' or (byte)'S' or (byte)'D';
        long length = hasData ? pax.Size ?? header.Size : 0;
        var entry = new TarEntry
        {
            Type = type,
            Name = Checked(name, "name"),
            LinkName = type is TarEntryType.HardLink or TarEntryType.SymbolicLink ? Checked(link, "link") : [],
            Mode = (uint)header.Mode & PermissionBits,
            Owner = ToId(pax.Owner ?? header.Owner, "user id"),
            Group = ToId(pax.Group ?? header.Group, "group id"),
            DataLength = length,
            Size = length,
            Modified = pax.Modified ?? new FileTime(header.Modified, 0),
            Accessed = pax.Accessed,
            Device = type is TarEntryType.CharacterDevice or TarEntryType.BlockDevice ? DeviceOf(header, pax) : default,
            Attributes = pax.Attributes,
            Flags = pax.Flags ?? FileFlags.None,
        };
        return type == TarEntryType.Regular ? WithSparse(entry, header, pax) : WithoutMap(entry);
    }

    /// <summary>The entry with the map that was read from the archive.</summary>
    public static TarEntry WithMap(TarEntry entry, IReadOnlyList<long> numbers, long dataLength) => entry with
    {
        DataLength = dataLength,
        Segments = SparseMap.Create(numbers, entry.Size, dataLength),
    };

    private TarEntry WithSparse(TarEntry entry, TarHeader header, PaxHeader pax)
    {
        IsOldSparse = header.TypeFlag == (byte)'S';
        HasMapInArchive = IsOldSparse || pax.Sparse.IsMapBeforeData;
        if (IsOldSparse)
        {
            OldSparsePieces = (header.SparsePieces.ToArray(), header.HasMoreSparsePieces);
            return entry with { Size = NotNegative(header.SparseSize) };
        }

        long size = pax.Sparse.Size ?? entry.Size;
        return HasMapInArchive || pax.Sparse.Map is null
            ? entry with { Size = size }
            : entry with { Size = size, Segments = SparseMap.Create(pax.Sparse.Map, size, entry.DataLength) };
    }

    private TarEntry WithoutMap(TarEntry entry)
    {
        IsOldSparse = HasMapInArchive = false;
        return entry;
    }

    private static TarEntryType? TypeOf(byte flag, ReadOnlySpan<byte> name) => flag switch
    {
        0 or (byte)'0' or (byte)'7' or (byte)'S' => name.EndsWith("/"u8) ? TarEntryType.Directory : TarEntryType.Regular,
        (byte)'1' => TarEntryType.HardLink,
        (byte)'2' => TarEntryType.SymbolicLink,
        (byte)'3' => TarEntryType.CharacterDevice,
        (byte)'4' => TarEntryType.BlockDevice,
        (byte)'5' or (byte)'D' => TarEntryType.Directory,
        (byte)'6' => TarEntryType.Fifo,
        _ => null,
    };

    private static byte[] NameOf(TarHeader header) =>
        header.Prefix.IsEmpty ? header.Name.ToArray() : [.. header.Prefix, (byte)'/', .. header.Name];

    private static DeviceNumber DeviceOf(TarHeader header, PaxHeader pax) => new(
        ToId(pax.DeviceMajor ?? header.DeviceMajor, "device major number"),
        ToId(pax.DeviceMinor ?? header.DeviceMinor, "device minor number"));

    private static byte[] ToText(byte[] content) => content.AsSpan().TrimEnd((byte)0).ToArray();

    private static byte[] Checked(byte[] text, string what)
    {
        if (text.Length == 0 || text.AsSpan().Contains((byte)0))
        {
            throw new TarFormatException($"An entry has a {what} that is empty or holds NUL.");
        }

        return text;
    }

    // The last id means "leave it" to chown(2), so no file can have it.
    private static uint ToId(long value, string what) => value is >= 0 and < uint.MaxValue
        ? (uint)value
        : throw new TarFormatException($"An entry has the {what} {value}, which is not from 0 to {uint.MaxValue - 1}.");

    private static long NotNegative(long size) => size >= 0 ? size : throw new TarFormatException($"A sparse file has the size {size}, which is negative.");
}
