namespace Knast.Images.Archives;

/// <summary>Numbers in tar headers (tar(5)): octal digits, or with the first bit set a big-endian two's complement number.</summary>
internal static class TarNumber
{
    /// <summary>Reads a field.</summary>
    /// <param name="field">The field, 8 or 12 bytes.</param>
    /// <param name="what">Its name for messages.</param>
    public static long Read(ReadOnlySpan<byte> field, string what) =>
        (field[0] & 0x80) != 0 ? ReadBinary(field, what) : ReadOctal(field, what);

    private static long ReadOctal(ReadOnlySpan<byte> field, string what)
    {
        field = field.Trim(" \0"u8);
        long value = 0;
        foreach (byte digit in field)
        {
            // Some writers end the number with NUL and leave rubbish behind it.
            if (digit is 0 or (byte)' ')
            {
                break;
            }

            if (digit is < (byte)'0' or > (byte)'7' || value > long.MaxValue >> 3)
            {
                throw new TarFormatException($"A tar header has a {what} that is no octal number.");
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return value;
    }

    private static long ReadBinary(ReadOnlySpan<byte> field, string what)
    {
        bool isNegative = (field[0] & 0x40) != 0;
        long value = isNegative ? -1 : 0;
        for (int index = 0; index < field.Length; index++)
        {
            byte next = index == 0 ? (byte)(isNegative ? field[0] : field[0] & 0x7F) : field[index];
            if (value is > (long.MaxValue >> 8) or < (long.MinValue >> 8))
            {
                throw new TarFormatException($"A tar header has a {what} that needs more than 64 bits.");
            }

            value = (value << 8) | next;
        }

        return value;
    }
}
