using System.Management.Automation;
using Knast.Images;
using Knast.Images.Store;
using Knast.Oci;

namespace Knast.PowerShell.Commands;

/// <summary>Which images a person means who writes <c>busybox</c>, <c>busybox:1.36</c>, <c>ghcr.io/*</c> or the beginning of an id.</summary>
internal static class ImageSelection
{
    private const string DigestPrefix = "sha256:";
    private const int ShortestId = 4;

    /// <summary>The images that a text means.</summary>
    /// <exception cref="ImageException">A text without wildcards means none, or several.</exception>
    public static IEnumerable<Image> Find(ImageStore store, string wanted)
    {
        if (WildcardPattern.ContainsWildcardCharacters(wanted))
            return store.List().Where(image => Matches(wanted, image.Reference, image.Id));
        return [store.Find(wanted) ?? throw NotFound(wanted)];
    }

    /// <summary>What to say of an image that is not there.</summary>
    public static ImageException NotFound(string wanted) =>
        new(ImageErrorId.ImageNotFound, $"There is no image \"{wanted}\" in the store.") { Subject = wanted };

    /// <summary>Whether a wildcard or a name means an image.</summary>
    /// <param name="wanted">The wildcard or name.</param>
    /// <param name="reference">The image's name; null for none.</param>
    /// <param name="id">The image's id; null where it is unknown.</param>
    public static bool Matches(string wanted, string? reference, string? id)
    {
        if (id is not null && IsIdOf(wanted, id))
            return true;
        var pattern = WildcardPattern.Get(wanted, WildcardOptions.IgnoreCase);
        return Names(reference).Any(pattern.IsMatch);
    }

    /// <summary>Whether the text is an image's id or the beginning of it.</summary>
    public static bool IsIdOf(string text, string id)
    {
        string beginning = text.StartsWith(DigestPrefix, StringComparison.Ordinal) ? text : DigestPrefix + text;
        return beginning.Length >= DigestPrefix.Length + ShortestId && id.StartsWith(beginning, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string? text)
    {
        if (text is null)
            return [];
        return ImageReference.TryParse(text, out ImageReference? reference)
            ? [text, reference.ToString(), reference.Familiar, reference.Name, reference.FamiliarName]
            : [text];
    }
}
