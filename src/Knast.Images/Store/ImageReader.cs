using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Reads the images that an index names, going through the indexes among its entries.</summary>
internal sealed class ImageReader(BlobStore blobs)
{
    /// <summary>The manifests of an index, with those of the indexes in it whose content is here.</summary>
    public IEnumerable<Descriptor> Expand(ImageIndex index)
    {
        foreach (Descriptor entry in index.Manifests)
        {
            if (!MediaTypes.IsIndex(entry.MediaType))
            {
                yield return entry;
                continue;
            }

            foreach (Descriptor child in ImageDocuments.ReadIndex(blobs.Read(entry.Digest), entry.Digest).Manifests)
            {
                if (MediaTypes.IsManifest(child.MediaType) && child.Digest.IsSupported && blobs.Contains(child.Digest))
                {
                    yield return Inherit(child, entry);
                }
            }
        }
    }

    /// <summary>Reads the documents of an image.</summary>
    /// <exception cref="ImageException">They are missing, damaged or wrong.</exception>
    public StoredImage Read(Descriptor manifest)
    {
        ImageManifest document = ImageDocuments.ReadManifest(blobs.Read(manifest.Digest), manifest.Digest);
        ImageConfig config = ImageDocuments.ReadConfig(blobs.Read(document.Config!.Digest), document.Config.Digest, document);
        return new StoredImage(manifest, document, config);
    }

    private static Descriptor Inherit(Descriptor child, Descriptor index)
    {
        var annotations = new Dictionary<string, string>(child.Annotations) { [IndexEntries.IndexDigestKey] = index.Digest.ToString() };
        annotations.Remove(AnnotationKeys.RefName);
        if (IndexEntries.NameOf(index) is { } name)
        {
            annotations.Add(AnnotationKeys.RefName, name);
        }

        return child with { Annotations = annotations };
    }
}
