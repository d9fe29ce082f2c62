using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Decides how the store's index changes.</summary>
internal static class IndexEntries
{
    /// <summary>The annotation that keeps the digest of the index that a manifest was chosen from.</summary>
    public const string IndexDigestKey = "io.github.knast.index-digest";

    /// <summary>The name of an entry; null where it has none.</summary>
    public static string? NameOf(Descriptor entry) => entry.Annotations.GetValueOrDefault(AnnotationKeys.RefName);

    /// <summary>Adds a manifest under a name, which any other manifest for the same platform loses.</summary>
    /// <param name="index">The index.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="name">The name; null for none.</param>
    public static ImageIndex Add(ImageIndex index, Descriptor manifest, string? name)
    {
        ImageIndex without = name is null ? index : RemoveName(index, name, manifest.Platform, except: manifest.Digest);
        List<Descriptor> entries = [.. without.Manifests.Where(entry => !IsReplaced(entry, manifest, name))];
        if (name is not null || entries.All(entry => entry.Digest != manifest.Digest))
        {
            entries.Add(WithName(manifest, name));
        }

        return index with { Manifests = entries };
    }

    /// <summary>Takes a name away. A manifest that had no other stays, without a name.</summary>
    /// <param name="index">The index.</param>
    /// <param name="name">The name.</param>
    /// <param name="platform">For which platform; null for all.</param>
    /// <param name="except">A manifest that keeps it.</param>
    public static ImageIndex RemoveName(ImageIndex index, string name, Platform? platform = null, Digest except = default)
    {
        var entries = new List<Descriptor>();
        foreach (Descriptor entry in index.Manifests)
        {
            if (NameOf(entry) != name || entry.Digest == except || !IsSamePlatform(entry.Platform, platform))
            {
                entries.Add(entry);
            }
            else if (index.Manifests.Count(other => other.Digest == entry.Digest) == 1)
            {
                entries.Add(WithName(entry, null));
            }
        }

        return index with { Manifests = entries };
    }

    /// <summary>The entries that have a name or a digest, whether or not their content can be read.</summary>
    public static IReadOnlyList<Descriptor> Find(ImageIndex index, string text)
    {
        string? name = ImageReference.TryParse(text, out ImageReference? reference) ? reference.ToString() : null;
        return [.. index.Manifests.Where(entry => entry.Digest.ToString() == text || (name is not null && NameOf(entry) == name))];
    }

    /// <summary>Takes manifests away, with all their names.</summary>
    public static ImageIndex RemoveManifests(ImageIndex index, IReadOnlySet<Digest> digests) =>
        index with { Manifests = [.. index.Manifests.Where(entry => !digests.Contains(entry.Digest))] };

    private static bool IsReplaced(Descriptor entry, Descriptor manifest, string? name) =>
        entry.Digest == manifest.Digest && name is not null && NameOf(entry) is var old && (old is null || old == name);

    private static bool IsSamePlatform(Platform? entry, Platform? wanted) =>
        entry is null || wanted is null
        || (entry.Os == wanted.Os && entry.Architecture == wanted.Architecture && (entry.Variant ?? "") == (wanted.Variant ?? ""));

    private static Descriptor WithName(Descriptor entry, string? name)
    {
        var annotations = new Dictionary<string, string>(entry.Annotations);
        annotations.Remove(AnnotationKeys.RefName);
        if (name is not null)
        {
            annotations.Add(AnnotationKeys.RefName, name);
        }

        return entry with { Annotations = annotations };
    }
}
