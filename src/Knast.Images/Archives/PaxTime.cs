using System.Buffers.Text;
using Knast.Native.Files;

namespace Knast.Images.Archives;

/// <summary>Times in PAX headers: seconds since 1970, with a decimal fraction and a sign where needed.</summary>
internal static class PaxTime
{
    private const int NanosecondDigits = 9;
    private const int NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Reads a time; digits beyond nanoseconds are dropped.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out FileTime time)
    {
        time = default;
        bool isNegative = text.StartsWith("-"u8);
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        int point = digits.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? digits : digits[..point];
        if (!Utf8Parser.TryParse(whole, out long seconds, out int used) || used != whole.Length || seconds < 0
            || !TryReadFraction(point < 0 ? [] : digits[(point + 1)..], out int nanoseconds))
        {
            return false;
        }

        time = !isNegative ? new FileTime(seconds, nanoseconds)
            : nanoseconds == 0 ? new FileTime(-seconds, 0)
            : new FileTime(-seconds - 1, NanosecondsPerSecond - nanoseconds);
        return true;
    }

    private static bool TryReadFraction(ReadOnlySpan<byte> digits, out int nanoseconds)
    {
        nanoseconds = 0;
        for (int index = 0; index < Math.Max(digits.Length, NanosecondDigits); index++)
        {
            byte digit = index < digits.Length ? digits[index] : (byte)'0';
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            nanoseconds = index < NanosecondDigits ? (nanoseconds * 10) + digit - '0' : nanoseconds;
        }

        return true;
    }
}
