using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Finds the names of images in what is imported.</summary>
internal static class ImageNames
{
    private const string ContainerdName = "io.containerd.image.name";
    private static readonly string[] s_suffixes = [".tar", ".gz", ".tgz", ".xz", ".txz", ".zst", ".oci", ".docker"];

    /// <summary>The name of an entry of a layout's index.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="path">Where the layout is: its last part becomes the repository where the entry has only a tag.</param>
    /// <returns>Null where it has none that is a reference.</returns>
    public static ImageReference? Of(Descriptor entry, string path)
    {
        if (entry.Annotations.TryGetValue(ContainerdName, out string? full) && ImageReference.TryParse(full, out ImageReference? reference))
        {
            return reference;
        }

        if (!entry.Annotations.TryGetValue(AnnotationKeys.RefName, out string? name))
        {
            return null;
        }

        bool isTagOnly = !name.Contains('/', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal);
        string text = isTagOnly ? $"{RepositoryOf(path)}:{name}" : name;
        return ImageReference.TryParse(text, out reference) ? reference : null;
    }

    private static string RepositoryOf(string path)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        while (s_suffixes.FirstOrDefault(suffix => name.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix)
        {
            name = name[..^suffix.Length];
        }

#pragma warning disable CA1308 // the grammar of references demands lower case
        return name.ToLowerInvariant();
#pragma warning restore CA1308
    }
}
