using System.Text;
using System.Text.Json;

namespace Knast.Oci.Json;

/// <summary>Turns the faults of the JSON reader into sentences with a place.</summary>
internal static class JsonFault
{
    private const int MaxQuoted = 40;

    /// <summary>The exception for a fault that the JSON reader or one of our converters found.</summary>
    public static OciDocumentException Translate(ReadOnlySpan<byte> utf8, string? source, JsonException fault)
    {
        var offset = OffsetOf(utf8, fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0);
        return At(utf8, source, offset, Sentence(utf8, offset, fault.Message), fault);
    }

    /// <summary>The exception for a fault of the token that ends at an offset.</summary>
    public static OciDocumentException At(ReadOnlySpan<byte> utf8, string? source, long offset, string sentence, Exception? inner = null)
    {
        var (pointer, start) = JsonLocation.Locate(utf8, offset);
        var before = utf8[..(int)start];
        var lastLineFeed = before.LastIndexOf((byte)'\n');
        return new OciDocumentException(source, pointer, before.Count((byte)'\n') + 1, start - lastLineFeed, sentence, inner);
    }

    /// <summary>The exception by which a converter refuses the token that the reader is at.</summary>
    public static JsonException Expected(string expected, ref Utf8JsonReader reader) =>
        new($"Expected {expected}, found {Describe(ref reader)}.");

    /// <summary>The token in words, with its text where that is short.</summary>
    public static string Describe(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"the string \"{Quote(reader.ValueSpan)}\"",
        JsonTokenType.Number => $"the number {Quote(reader.ValueSpan)}",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    private static string Quote(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value[..Math.Min(value.Length, MaxQuoted)]);
        return value.Length > MaxQuoted ? text + "…" : text;
    }

    private static string Sentence(ReadOnlySpan<byte> utf8, long offset, string message)
    {
        if (message.StartsWith("The JSON value could not be converted to", StringComparison.Ordinal))
            return $"Expected an object, found {JsonLocation.DescribeTokenAt(utf8, offset)}.";

        // The reader appends its own account of the place, which counts lines from 0.
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var path = message.IndexOf(" Path:", StringComparison.Ordinal);
        if (path >= 0 && (end < 0 || path < end))
            end = path;
        return end < 0 ? message : message[..end];
    }

    private static long OffsetOf(ReadOnlySpan<byte> utf8, long line, long byteInLine)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var next = utf8[start..].IndexOf((byte)'\n');
            if (next < 0)
                break;
            start += next + 1;
        }

        return Math.Min(start + byteInLine, utf8.Length);
    }
}
