namespace Knast.Images.Archives;

/// <summary>The records of a PAX extended header (pax, IEEE Std 1003.1): <c>length keyword=value\n</c>, the value being any bytes.</summary>
internal static class PaxRecords
{
    private const int LongestLength = 8;

    public delegate void RecordReader(ReadOnlySpan<byte> keyword, ReadOnlySpan<byte> value);

    /// <summary>Reads all records in order.</summary>
    public static void Read(ReadOnlySpan<byte> records, RecordReader reader)
    {
        // Some writers fill up with NUL.
        while (!records.IsEmpty && records[0] != 0)
        {
            int length = ReadLength(records, out int start);
            ReadOnlySpan<byte> record = records[start..(length - 1)];
            int equals = record.IndexOf((byte)'=');
            if (records[length - 1] != '\n' || equals <= 0)
            {
                throw new TarFormatException("A PAX header has a record that is not of the form 'length keyword=value' with a line feed at its end.");
            }

            reader(record[..equals], record[(equals + 1)..]);
            records = records[length..];
        }
    }

    private static int ReadLength(ReadOnlySpan<byte> records, out int start)
    {
        int space = records[..Math.Min(records.Length, LongestLength)].IndexOf((byte)' ');
        int length = 0;
        for (int index = 0; index < space; index++)
        {
            length = records[index] is >= (byte)'0' and <= (byte)'9' ? (length * 10) + records[index] - '0' : int.MinValue;
            if (length < 0)
            {
                break;
            }
        }

        start = space + 1;
        return space > 0 && length > start + 1 && length <= records.Length
            ? length
            : throw new TarFormatException("A PAX header has a record whose length does not fit.");
    }
}
