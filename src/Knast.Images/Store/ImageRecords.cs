using Knast.Oci;

namespace Knast.Images.Store;

/// <summary>Makes the public records of images from their documents.</summary>
internal static class ImageRecords
{
    /// <summary>Makes a record.</summary>
    /// <param name="image">The image.</param>
    /// <param name="names">All names of its manifest.</param>
    public static Image Create(StoredImage image, IReadOnlyList<string> names)
    {
        ImageReference? reference = ImageReference.TryParse(IndexEntries.NameOf(image.Manifest), out ImageReference? parsed) ? parsed : null;
        return new Image
        {
            Id = image.Document.Config!.Digest.ToString(),
            Digest = image.Manifest.Digest.ToString(),
            IndexDigest = image.Manifest.Annotations.GetValueOrDefault(IndexEntries.IndexDigestKey),
            Reference = reference?.Familiar ?? IndexEntries.NameOf(image.Manifest),
            References = names,
            Repository = reference?.FamiliarName,
            Tag = reference?.Tag,
            Platform = image.Config.Platform,
            Created = image.Config.CreatedAt,
            SizeBytes = image.Manifest.Size + image.Document.Config.Size + image.Document.Layers.Sum(layer => layer.Size),
            Layers = image.Document.Layers.Count,
            Labels = image.Config.Config?.Labels ?? new Dictionary<string, string>(),
        };
    }
}
