using System.Text.Json;

namespace Knast.Oci.Json;

/// <summary>The checks of a document that need no knowledge of its kind: size, nesting, syntax, an object at the top, no <c>null</c> in arrays.</summary>
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
        // One bit for each open container, set for an array; MaxDepth is its number of bits.
        ulong arrays = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    arrays <<= 1;
                    break;
                case JsonTokenType.StartArray:
                    arrays = (arrays << 1) | 1;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    arrays >>= 1;
                    break;
                case JsonTokenType.Null when (arrays & 1) == 1:
                    throw JsonFault.At(utf8, source, reader.BytesConsumed, "An array holds null; leave the element out.");
            }

            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                throw JsonFault.At(utf8, source, reader.BytesConsumed, $"The document is {JsonFault.Describe(ref reader)}, not an object.");
        }
    }
}
