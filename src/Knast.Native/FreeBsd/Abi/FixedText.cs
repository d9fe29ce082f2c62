using System.Text;

namespace Knast.Native.FreeBsd.Abi;

/// <summary>Strings in fields of a fixed size, ended by NUL.</summary>
internal static class FixedText
{
    /// <summary>Writes a string and fills the rest with NUL.</summary>
    /// <param name="field">The whole field.</param>
    /// <param name="text">The string.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="ArgumentException">It is longer than the field can hold, or holds a NUL.</exception>
    public static void Write(Span<byte> field, string text, string what)
    {
        Require(text, field.Length, what);
        field.Clear();
        Encoding.UTF8.GetBytes(text, field);
    }

    /// <summary>Demands that a string fits.</summary>
    /// <param name="text">The string.</param>
    /// <param name="fieldLength">The field's bytes, one of which is the NUL's.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="ArgumentException">It is longer than the field can hold, or holds a NUL.</exception>
    public static void Require(string text, int fieldLength, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        int length = Encoding.UTF8.GetByteCount(text);
        if (length >= fieldLength)
        {
            throw new ArgumentException($"{what} \"{text}\" has {length} bytes; the kernel takes at most {fieldLength - 1}.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{what} \"{text.Replace("\0", "\\0", StringComparison.Ordinal)}\" holds a NUL character, which no kernel string can.");
        }
    }

    /// <summary>Reads a string up to its NUL or the end of the field.</summary>
    /// <param name="field">The whole field.</param>
    public static string Read(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }
}
