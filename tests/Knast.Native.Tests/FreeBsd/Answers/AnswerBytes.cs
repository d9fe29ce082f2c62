using System.Globalization;
using System.Text;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>The bytes of a block as text: hexadecimal, four or more zeros as their number in parentheses, and no zeros at the end.</summary>
internal static class AnswerBytes
{
    private const int ShortestRun = 4;

    public static string Format(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimEnd((byte)0);
        var text = new StringBuilder(bytes.Length * 2);
        while (!bytes.IsEmpty)
        {
            int zeros = bytes.IndexOfAnyExcept((byte)0);
            if (zeros >= ShortestRun)
            {
                text.Append(CultureInfo.InvariantCulture, $"({zeros})");
                bytes = bytes[zeros..];
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"{bytes[0]:x2}");
            bytes = bytes[1..];
        }

        return text.ToString();
    }

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The length of the block.</param>
    /// <exception cref="FormatException">It is something else, or longer.</exception>
    public static byte[] Parse(ReadOnlySpan<char> text, int length)
    {
        byte[] bytes = new byte[length];
        int done = 0;
        while (!text.IsEmpty)
        {
            int end = text[0] == '(' ? text.IndexOf(')') : -1;
            if (end > 0)
            {
                done = checked(done + int.Parse(text[1..end], NumberStyles.None, CultureInfo.InvariantCulture));
                text = text[(end + 1)..];
            }
            else if (text.Length >= 2 && done < length)
            {
                bytes[done++] = byte.Parse(text[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                text = text[2..];
            }
            else
            {
                throw new FormatException($"\"{text}\" cannot be the rest of a block of {length} bytes.");
            }
        }

        return done <= length ? bytes : throw new FormatException($"A block of {length} bytes is given {done}.");
    }
}
