using System.Buffers.Text;
using System.Text;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;

namespace Knast.Images.Archives;

/// <summary>What PAX extended headers say of the next entry; what they do not say is null.</summary>
internal sealed class PaxHeader
{
    private static readonly byte[] SchilyAttribute = "SCHILY.xattr."u8.ToArray();
    private static readonly byte[] LibarchiveAttribute = "LIBARCHIVE.xattr."u8.ToArray();

    private readonly List<ExtendedAttribute> _attributes = [];
    private readonly SparseRecords _sparse = new();

    public PaxHeader()
    {
    }

    private PaxHeader(PaxHeader other)
    {
        Path = other.Path;
        LinkPath = other.LinkPath;
        Size = other.Size;
        Owner = other.Owner;
        Group = other.Group;
        Modified = other.Modified;
        Accessed = other.Accessed;
        DeviceMajor = other.DeviceMajor;
        DeviceMinor = other.DeviceMinor;
        Flags = other.Flags;
        _attributes.AddRange(other._attributes);
    }

    public byte[]? Path { get; private set; }

    public byte[]? LinkPath { get; private set; }

    public long? Size { get; private set; }

    public long? Owner { get; private set; }

    public long? Group { get; private set; }

    public FileTime? Modified { get; private set; }

    public FileTime? Accessed { get; private set; }

    public long? DeviceMajor { get; private set; }

    public long? DeviceMinor { get; private set; }

    public FileFlags? Flags { get; private set; }

    public IReadOnlyList<ExtendedAttribute> Attributes => _attributes;

    public SparseRecords Sparse => _sparse;

    /// <summary>What a later header says goes over what this one says.</summary>
    public PaxHeader With(ReadOnlySpan<byte> records)
    {
        var result = new PaxHeader(this);
        PaxRecords.Read(records, result.Apply);
        return result;
    }

    // An empty value takes back what a global header said (pax, "pax Extended Header").
    private void Apply(ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> value)
    {
        if (keyword.StartsWith(SchilyAttribute))
        {
            AddAttribute(keyword[SchilyAttribute.Length..].ToArray(), value.ToArray());
            return;
        }

        if (keyword.StartsWith(LibarchiveAttribute))
        {
            AddLibarchiveAttribute(keyword[LibarchiveAttribute.Length..], value);
            return;
        }

        switch (Encoding.Latin1.GetString(keyword))
        {
            case "path": Path = Text(value); break;
            case "linkpath": LinkPath = Text(value); break;
            case "size": Size = Number(keyword, value); break;
            case "uid": Owner = Number(keyword, value); break;
            case "gid": Group = Number(keyword, value); break;
            case "mtime": Modified = Time(keyword, value); break;
            case "atime": Accessed = Time(keyword, value); break;
            case "SCHILY.devmajor": DeviceMajor = Number(keyword, value); break;
            case "SCHILY.devminor": DeviceMinor = Number(keyword, value); break;
            case "SCHILY.fflags": Flags = FileFlagNames.Parse(Encoding.Latin1.GetString(value)); break;
            default: _sparse.Apply(keyword, value); break;
        }
    }

    private void AddAttribute(byte[] name, byte[] value)
    {
        if (name.Length == 0 || name.AsSpan().Contains((byte)0))
        {
            throw new TarFormatException("A PAX header has an extended attribute whose name is empty or holds NUL.");
        }

        _attributes.Add(new ExtendedAttribute(name, value));
    }

    private void AddLibarchiveAttribute(ReadOnlySpan<byte> encodedName, ReadOnlySpan<byte> value)
    {
        byte[] name = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(Encoding.Latin1.GetString(encodedName)));
        string text = Encoding.Latin1.GetString(value);
        text += new string('=', (4 - (text.Length % 4)) % 4);
        byte[] decoded = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, decoded, out int length))
        {
            throw new TarFormatException("A PAX header has a LIBARCHIVE.xattr record that is not base64.");
        }

        AddAttribute(name, decoded[..length]);
    }

    private static byte[]? Text(ReadOnlySpan<byte> value) => value.IsEmpty ? null : value.ToArray();

    private static long? Number(ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return null;
        }

        return Utf8Parser.TryParse(value, out long number, out int used) && used == value.Length && number >= 0
            ? number
            : throw new TarFormatException($"A PAX header has a {Encoding.UTF8.GetString(keyword)} that is no number.");
    }

    private static FileTime? Time(ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> value) => value.IsEmpty
        ? null
        : PaxTime.TryRead(value, out FileTime time)
            ? time
            : throw new TarFormatException($"A PAX header has a {Encoding.UTF8.GetString(keyword)} that is no time in seconds.");
}
