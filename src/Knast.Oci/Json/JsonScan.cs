using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Knast.Oci.Json;

/// <summary>The checks of a document that need no knowledge of its kind: size, nesting, encoding, syntax, an object at the top.</summary>
internal static class JsonScan
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>RFC 8259, section 8.1 lets a parser ignore the mark, and editors on Windows leave it.</summary>
    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

    public static JsonReaderOptions ReaderOptions => new() { MaxDepth = OciJson.MaxDepth };

    /// <exception cref="OciDocumentException">One of the checks fails.</exception>
    public static void Check(ReadOnlySpan<byte> utf8, string? source)
    {
        if (utf8.Length > OciJson.MaxBytes)
            throw new OciDocumentException(source, "", 1, 1, $"The document has {utf8.Length} bytes; {OciJson.MaxBytes} is the limit.");
        if (!Utf8.IsValid(utf8))
            throw JsonFault.At(utf8, source, ValidLength(utf8) + 1, "The document is not valid UTF-8 here.");
        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        try
        {
            Walk(ref reader, utf8, source);
        }
        catch (JsonException fault)
        {
            throw JsonFault.Translate(utf8, source, fault);
        }
    }

    private static void Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string? source)
    {
        while (reader.Read())
        {
            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                throw JsonFault.At(utf8, source, reader.BytesConsumed, $"The document is {JsonFault.Describe(ref reader)}, not an object.");
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                CheckEscapes(ref reader, utf8, source);
        }
    }

    private static void CheckEscapes(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string? source)
    {
        try
        {
            _ = reader.GetString();
        }
        catch (InvalidOperationException fault)
        {
            const string Sentence = "The string has an escape that is half a character (a lone surrogate).";
            throw JsonFault.At(utf8, source, reader.BytesConsumed, Sentence, fault);
        }
    }

    private static int ValidLength(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        while (length < utf8.Length && Rune.DecodeFromUtf8(utf8[length..], out _, out var consumed) == OperationStatus.Done)
            length += consumed;
        return length;
    }
}
