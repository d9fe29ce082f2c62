using System.Text;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;

namespace Knast.Images.Archives;

/// <summary>An entry of a tar file, with what its extended headers say already applied.</summary>
internal sealed record TarEntry
{
    public required TarEntryType Type { get; init; }

    /// <summary>The name as the archive gives it, as bytes: it may be absolute, and may hold "..".</summary>
    public required byte[] Name { get; init; }

    /// <summary>What a hard link links to, or what a symbolic link says.</summary>
    public byte[] LinkName { get; init; } = [];

    /// <summary>Permission bits with set-user-id, set-group-id and sticky.</summary>
    public uint Mode { get; init; }

    public uint Owner { get; init; }

    public uint Group { get; init; }

    /// <summary>Bytes of data that follow in the archive.</summary>
    public long DataLength { get; init; }

    /// <summary>Bytes of the file: more than <see cref="DataLength"/> for a sparse one.</summary>
    public long Size { get; init; }

    public FileTime Modified { get; init; }

    public FileTime? Accessed { get; init; }

    public DeviceNumber Device { get; init; }

    public IReadOnlyList<ExtendedAttribute> Attributes { get; init; } = [];

    /// <summary>FreeBSD's file flags.</summary>
    public FileFlags Flags { get; init; }

    /// <summary>Where the data goes; null for a file without holes.</summary>
    public IReadOnlyList<SparseSegment>? Segments { get; init; }

    /// <summary>The name for messages.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Name);
}
