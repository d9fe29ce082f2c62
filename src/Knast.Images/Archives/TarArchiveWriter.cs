using System.Globalization;
using System.Text;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;

namespace Knast.Images.Archives;

/// <summary>
/// Writes a tar file: ustar, with PAX records for what does not fit. The same entries give the same bytes (System.Formats.Tar puts the
/// process id into the names of PAX headers).
/// </summary>
internal sealed class TarArchiveWriter(Stream stream)
{
    private const int BlockLength = TarHeader.BlockLength;
    private const int LongestName = 100;
    private const uint LargestId = (1 << 21) - 1;
    private const long LargestSize = (1L << 33) - 1;

    private static readonly byte[] s_zeros = new byte[BlockLength * 2];
    private readonly byte[] _header = new byte[BlockLength];

    /// <summary>Begins an entry. For a regular file exactly <see cref="TarEntry.DataLength"/> bytes go to <see cref="Stream"/> after it, then <see cref="EndData"/>.</summary>
    public void WriteEntry(TarEntry entry)
    {
        byte[] records = ComposeRecords(entry);
        if (records.Length > 0)
        {
            WriteHeader(entry with { Name = "PaxHeaders/entry"u8.ToArray(), LinkName = [], DataLength = records.Length, Mode = 0x1A4, Owner = 0, Group = 0, Modified = default }, 'x');
            stream.Write(records);
            EndData(records.Length);
        }

        WriteHeader(entry, TypeFlag(entry.Type));
    }

    /// <summary>Where data goes.</summary>
    public Stream Stream => stream;

    /// <summary>Fills up to a whole block.</summary>
    /// <param name="length">Bytes of data that were written.</param>
    public void EndData(long length) => stream.Write(s_zeros, 0, (int)(-length & (BlockLength - 1)));

    /// <summary>Ends the archive.</summary>
    public void End() => stream.Write(s_zeros);

    private void WriteHeader(TarEntry entry, char type)
    {
        _header.AsSpan().Clear();
        Put(0, LongestName, entry.Name);
        PutOctal(100, 8, entry.Mode);
        PutOctal(108, 8, Math.Min(entry.Owner, LargestId));
        PutOctal(116, 8, Math.Min(entry.Group, LargestId));
        PutOctal(124, 12, Math.Min(entry.DataLength, LargestSize));
        PutOctal(136, 12, Math.Clamp(entry.Modified.Seconds, 0, LargestSize));
        _header[156] = (byte)type;
        Put(157, LongestName, entry.LinkName);
        "ustar\000"u8.CopyTo(_header.AsSpan(257));
        PutOctal(329, 8, Math.Min(entry.Device.Major, LargestId));
        PutOctal(337, 8, Math.Min(entry.Device.Minor, LargestId));
        PutChecksum();
        stream.Write(_header);
    }

    private void PutChecksum()
    {
        _header.AsSpan(148, 8).Fill((byte)' ');
        int sum = 0;
        foreach (byte value in _header)
        {
            sum += value;
        }

        PutOctal(148, 7, sum);
    }

    private static byte[] ComposeRecords(TarEntry entry)
    {
        var records = new List<byte>();
        if (entry.Name.Length > LongestName || !Ascii.IsValid(entry.Name))
        {
            AddRecord(records, "path"u8, entry.Name);
        }

        if (entry.LinkName.Length > LongestName || !Ascii.IsValid(entry.LinkName))
        {
            AddRecord(records, "linkpath"u8, entry.LinkName);
        }

        AddNumber(records, "uid"u8, entry.Owner, LargestId);
        AddNumber(records, "gid"u8, entry.Group, LargestId);
        AddNumber(records, "size"u8, entry.DataLength, LargestSize);
        AddNumber(records, "SCHILY.devmajor"u8, entry.Device.Major, LargestId);
        AddNumber(records, "SCHILY.devminor"u8, entry.Device.Minor, LargestId);
        if (entry.Modified.Nanoseconds != 0 || entry.Modified.Seconds is < 0 or > LargestSize)
        {
            AddRecord(records, "mtime"u8, Encoding.ASCII.GetBytes(Format(entry.Modified)));
        }

        if (entry.Flags != FileFlags.None)
        {
            AddRecord(records, "SCHILY.fflags"u8, Encoding.ASCII.GetBytes(FileFlagNames.Format(entry.Flags)));
        }

        foreach (ExtendedAttribute attribute in entry.Attributes)
        {
            AddRecord(records, [.. "SCHILY.xattr."u8, .. attribute.Name], attribute.Value);
        }

        return [.. records];
    }

    private static string Format(FileTime time)
    {
        // -1.5 is kept as -2 seconds and 500,000,000 nanoseconds.
        bool isBefore = time is { Seconds: < 0, Nanoseconds: > 0 };
        long seconds = isBefore ? -(time.Seconds + 1) : Math.Abs(time.Seconds);
        int nanoseconds = isBefore ? 1_000_000_000 - time.Nanoseconds : time.Nanoseconds;
        string fraction = nanoseconds == 0 ? "" : "." + nanoseconds.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{(time.Seconds < 0 ? "-" : "")}{seconds}{fraction}";
    }

    private static void AddNumber(List<byte> records, ReadOnlySpan<byte> keyword, long number, long largest)
    {
        if (number > largest)
        {
            AddRecord(records, keyword, Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static void AddRecord(List<byte> records, ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> value)
    {
        // The length counts its own digits: "12 path=abc\n".
        int rest = keyword.Length + value.Length + 3;
        int length = rest + 1;
        while (length != rest + length.ToString(CultureInfo.InvariantCulture).Length)
        {
            length = rest + length.ToString(CultureInfo.InvariantCulture).Length;
        }

        records.AddRange(Encoding.ASCII.GetBytes($"{length} "));
        records.AddRange(keyword);
        records.Add((byte)'=');
        records.AddRange(value);
        records.Add((byte)'\n');
    }

    private void Put(int offset, int length, ReadOnlySpan<byte> text) =>
        text[..Math.Min(length, text.Length)].CopyTo(_header.AsSpan(offset, length));

    private void PutOctal(int offset, int length, long value)
    {
        for (int index = length - 2; index >= 0; index--)
        {
            _header[offset + index] = (byte)('0' + (value & 7));
            value >>= 3;
        }

        _header[offset + length - 1] = 0;
    }

    private static char TypeFlag(TarEntryType type) => type switch
    {
        TarEntryType.HardLink => '1',
        TarEntryType.SymbolicLink => '2',
        TarEntryType.CharacterDevice => '3',
        TarEntryType.BlockDevice => '4',
        TarEntryType.Directory => '5',
        TarEntryType.Fifo => '6',
        _ => '0',
    };
}
