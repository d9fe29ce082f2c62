using System.Text.Json;
using Knast.Oci.Json;

namespace Knast.Oci.ImageSpec;

/// <summary>Tells an index from a manifest by the text, for documents whose media type nobody gives.</summary>
public static class ManifestMediaType
{
    /// <summary>
    /// The media type that the document itself names, or else the one of OCI that its properties imply: an index has <c>manifests</c>, a manifest has
    /// <c>layers</c> or <c>config</c>.
    /// </summary>
    /// <param name="utf8">The bytes of the document.</param>
    /// <param name="source">A name for the document in errors, such as its digest.</param>
    /// <exception cref="OciDocumentException">
    /// The bytes are no JSON object; or it is both at once, and would be understood differently by different readers (CVE-2021-41190); or it is neither.
    /// </exception>
    public static string Detect(ReadOnlySpan<byte> utf8, string? source = null)
    {
        utf8 = JsonScan.WithoutByteOrderMark(utf8);
        JsonScan.Check(utf8, source);
        var (named, isIndex, isManifest) = Look(utf8);
        if (isIndex && isManifest)
            throw Fault("The document has both manifests and layers or config; it must be either an index or a manifest.");
        var claimsOther = isIndex ? MediaTypes.IsManifest(named) : isManifest && MediaTypes.IsIndex(named);
        if (claimsOther)
            throw Fault($"The document says that it is '{named}', but has the properties of {(isIndex ? "an index" : "a manifest")}.");
        if (!string.IsNullOrEmpty(named))
            return named;
        if (!isIndex && !isManifest)
            throw Fault("The document is neither an index nor a manifest: it has no mediaType, manifests, layers or config.");
        return isIndex ? MediaTypes.ImageIndex : MediaTypes.ImageManifest;

        OciDocumentException Fault(string sentence) => new(source, "", 1, 1, sentence);
    }

    private static (string? Named, bool IsIndex, bool IsManifest) Look(ReadOnlySpan<byte> utf8)
    {
        var (named, isIndex, isManifest) = ((string?)null, false, false);
        var reader = new Utf8JsonReader(utf8, JsonScan.ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            isIndex |= Is(name, "manifests");
            isManifest |= Is(name, "layers") || Is(name, "config");
            if (Is(name, "mediaType"))
                named = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
        }

        return (named, isIndex, isManifest);
    }

    private static bool Is(string name, string known) => string.Equals(name, known, StringComparison.OrdinalIgnoreCase);
}
