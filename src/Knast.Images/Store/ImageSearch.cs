using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Finds out which image of the store is meant.</summary>
internal static class ImageSearch
{
    private const int ShortestPrefix = 4;
    private const string Sha256Prefix = "sha256:";

    /// <summary>The images that a text means: by name, else by digest, else by the beginning of an id.</summary>
    public static IReadOnlyList<Image> Find(IReadOnlyList<Image> images, string text)
    {
        if (ImageReference.TryParse(text, out ImageReference? reference))
        {
            IReadOnlyList<Image> named = FindNamed(images, reference);
            if (named.Count > 0)
            {
                return named;
            }
        }

        string prefix = text.StartsWith(Sha256Prefix, StringComparison.Ordinal) ? text[Sha256Prefix.Length..] : text;
        return prefix.Length >= ShortestPrefix && prefix.All(char.IsAsciiHexDigitLower)
            ? [.. images.Where(image => HasPrefix(image, prefix)).DistinctBy(image => image.Digest)]
            : [];
    }

    /// <summary>The images that have a name, or the digest in it.</summary>
    public static IReadOnlyList<Image> FindNamed(IReadOnlyList<Image> images, ImageReference reference) => reference.Digest is { } digest
        ? [.. images.Where(image => HasDigest(image, digest) && image.Repository == reference.FamiliarName).DistinctBy(image => image.Digest)]
        : [.. images.Where(image => image.Reference == reference.Familiar)];

    /// <summary>The one that suits a platform best.</summary>
    /// <param name="images">Images that differ in platform.</param>
    /// <param name="platform">What is wanted; null for what suits this machine, or else the only one there is.</param>
    public static Image? Choose(IReadOnlyList<Image> images, Platform? platform)
    {
        IReadOnlyList<Descriptor> suitable = PlatformMatcher.Select(
            images.Select(image => new Descriptor { Digest = Digest.Parse(image.Digest), Platform = image.Platform }), platform ?? LocalPlatform.Value);
        return suitable is [var best, ..] ? images.First(image => image.Digest == best.Digest.ToString())
            : platform is null && images.Count == 1 ? images[0]
            : null;
    }

    private static bool HasDigest(Image image, Digest digest) =>
        image.Digest == digest.ToString() || image.IndexDigest == digest.ToString() || image.Id == digest.ToString();

    private static bool HasPrefix(Image image, string prefix) =>
        image.Id.AsSpan(Sha256Prefix.Length).StartsWith(prefix) || image.Digest.AsSpan(Sha256Prefix.Length).StartsWith(prefix);
}
