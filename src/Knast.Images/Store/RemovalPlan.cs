using Knast.Oci;

namespace Knast.Images.Store;

/// <summary>Decides what removing an image means.</summary>
internal static class RemovalPlan
{
    /// <summary>Decides.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="found">The images that it means.</param>
    /// <param name="force">Whether use and names are no obstacle.</param>
    /// <param name="use">What containers use.</param>
    /// <returns>What goes; nothing is freed yet.</returns>
    public static ImageRemoval Decide(string text, IReadOnlyList<Image> found, bool force, ImageUse use)
    {
        if (found.Count == 0)
        {
            throw Refuse(ImageErrorId.ImageNotFound, text, $"There is no image '{text}' in the store; Get-KnastImage lists what there is.");
        }

        bool isByName = ImageReference.TryParse(text, out ImageReference? reference) && reference.Digest is null
            && found.All(image => image.Reference == reference.Familiar);
        if (!isByName && found.Count > 1)
        {
            throw Refuse(ImageErrorId.ImageAmbiguous, text, $"'{text}' means {found.Count} images: {string.Join(", ", found.Select(image => $"{image} ({image.Id})"))}.");
        }

        // A name may stand for one image for each platform; some of them may have other names.
        List<Image> removed = [.. found.Where(image => !isByName || image.References.Count <= 1)];
        if (!force && removed.Find(image => use.ImageIds.Contains(image.Id)) is { } used)
        {
            throw Refuse(ImageErrorId.ImageInUse, text, $"Image '{used}' is used by a container; remove that first, or force it.");
        }

        if (!force && !isByName && found[0].References.Count > 1)
        {
            throw Refuse(ImageErrorId.ImageInUse, text, $"Image '{text}' has {found[0].References.Count} names ({string.Join(", ", found[0].References)}); remove one of them by name, or force it.");
        }

        return isByName
            ? new ImageRemoval([reference!.ToString()], removed, 0)
            : new ImageRemoval(found[0].References, removed, 0);
    }

    private static ImageException Refuse(ImageErrorId id, string text, string message) => new(id, message) { Subject = text };
}
