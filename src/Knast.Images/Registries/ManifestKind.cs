using System.Text.Json;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Registries;

/// <summary>Finds out whether a document is a manifest or an index.</summary>
internal static class ManifestKind
{
    /// <summary>The media type of a document: what it says itself, else what the registry says, else what its properties tell.</summary>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ManifestInvalid"/>: it is neither.</exception>
    public static string Of(byte[] content, string? told, string what)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement root = document.RootElement;
            string? own = root.TryGetProperty("mediaType", out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            string? found = own ?? (IsKnown(told) ? told : root.TryGetProperty("manifests", out _) ? MediaTypes.ImageIndex
                : root.TryGetProperty("config", out _) ? MediaTypes.ImageManifest : told);
            return IsKnown(found) ? found! : throw Invalid($"{what} has the media type '{found}', which is none of an image that can be read.", what, null);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Invalid($"The manifest of {what} is no JSON object: {error.Message}", what, error);
        }
    }

    private static bool IsKnown(string? mediaType) => MediaTypes.IsManifest(mediaType) || MediaTypes.IsIndex(mediaType);

    private static ImageException Invalid(string message, string what, Exception? inner) =>
        new(ImageErrorId.ManifestInvalid, message, inner) { Subject = what };
}
