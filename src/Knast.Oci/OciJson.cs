using System.Text.Json;
using Knast.Oci.Json;

namespace Knast.Oci;

/// <summary>
/// Reads and writes the documents of the OCI specifications. Reading takes names in any case and ignores properties that it does not
/// know;
/// of a property given twice the last counts, and <c>null</c> stands for an absent property. Writing leaves absent and empty properties
/// out
/// and is deterministic: the same record gives the same bytes.
/// </summary>
public static class OciJson
{
    /// <summary>The largest document that is read, in bytes (registries refuse manifests above 4 MiB).</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The deepest nesting that is read, in arrays and objects.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The bytes of the document.</param>
    /// <param name="source">A name for the document in errors, such as its path.</param>
    /// <exception cref="OciDocumentException">The bytes are no JSON object, or a value in it has the wrong type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, string? source = null)
        where T : class, IOciDocument
    {
        utf8 = JsonScan.WithoutByteOrderMark(utf8);
        JsonScan.Check(utf8, source);
        try
        {
            return JsonSerializer.Deserialize(utf8, OciJsonOptions.TypeInfo<T>(indented: false))!;
        }
        catch (JsonException fault)
        {
            throw JsonFault.Translate(utf8, source, fault);
        }
    }

    /// <summary>Writes a document as UTF-8.</summary>
    /// <param name="document">The document.</param>
    /// <param name="indented">True for a document that people read, with a line for each value; false for the shortest form.</param>
    public static byte[] Write<T>(T document, bool indented = false)
        where T : class, IOciDocument =>
        JsonSerializer.SerializeToUtf8Bytes(document, OciJsonOptions.TypeInfo<T>(indented));
}
