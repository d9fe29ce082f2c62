using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Imports the images of an OCI image layout.</summary>
internal sealed class LayoutImport(ImageStore store, ILayoutSource source, ImportOptions options, IProgress<ImageProgress>? progress)
{
    /// <summary>Imports them.</summary>
    /// <param name="cancellation">Ends the work.</param>
    public IReadOnlyList<Image> Run(CancellationToken cancellation)
    {
        ImageIndex index = ReadDocument<ImageIndex>(ImageLayout.IndexFileName);
        CheckLayout();
        List<(Descriptor Manifest, ImageReference? Name)> found = [.. index.Manifests.SelectMany(Choose)];
        if (found.Count == 0)
        {
            throw Fail(ImageErrorId.PlatformNotFound, $"{source.Name} has no image for {options.Platform ?? LocalPlatform.Value}.");
        }

        if (options.Reference is not null && found.Select(image => image.Manifest.Digest).Distinct().Count() > 1)
        {
            throw Fail(
                ImageErrorId.ImageAmbiguous,
                $"{source.Name} has {found.Count} images, which cannot all be named '{options.Reference.Familiar}'; import them under their own names.");
        }

        return [.. found.DistinctBy(image => (image.Manifest.Digest, options.Reference is null ? image.Name : null))
            .Select(image => ImportOne(image.Manifest, options.Reference ?? image.Name, cancellation))];
    }

    private IEnumerable<(Descriptor Manifest, ImageReference? Name)> Choose(Descriptor entry)
    {
        ImageReference? name = ImageNames.Of(entry, source.Name);
        if (MediaTypes.IsManifest(entry.MediaType))
        {
            return [(entry, name)];
        }

        if (!MediaTypes.IsIndex(entry.MediaType))
        {
            return [];
        }

        ImageIndex inner = ImageDocuments.ReadIndex(ReadBlob(entry), entry.Digest);
        IReadOnlyList<Descriptor> suitable = PlatformMatcher.Select(
            inner.Manifests.Where(child => MediaTypes.IsManifest(child.MediaType)), options.Platform ?? LocalPlatform.Value);
        return suitable is [var best, ..] ? [(WithIndex(best, entry.Digest), name)] : [];
    }

    private Image ImportOne(Descriptor descriptor, ImageReference? name, CancellationToken cancellation)
    {
        byte[] content = ReadBlob(descriptor);
        ImageManifest manifest = ImageDocuments.ReadManifest(content, descriptor.Digest);
        byte[] configContent = ReadBlob(manifest.Config!);
        ImageConfig config = ImageDocuments.ReadConfig(configContent, manifest.Config!.Digest, manifest);
        string shown = name?.Familiar ?? descriptor.Digest.ToString();
        for (int index = 0; index < manifest.Layers.Count; index++)
        {
            Descriptor layer = manifest.Layers[index];
            CopyLayer(layer, cancellation);
            progress?.Report(new ImageProgress(
                ImageStage.Importing, shown, layer.Digest.ToString(), index + 1, manifest.Layers.Count, layer.Size, layer.Size));
        }

        store.Blobs.Write(configContent, manifest.Config.Digest);
        store.Blobs.Write(content, descriptor.Digest);
        var kept = descriptor.Annotations.Where(pair => pair.Key == IndexEntries.IndexDigestKey).ToDictionary();
        return store.Add(
            new Descriptor
            {
                MediaType = manifest.MediaType ?? (descriptor.MediaType.Length > 0 ? descriptor.MediaType : MediaTypes.ImageManifest),
                Digest = descriptor.Digest,
                Size = content.Length,
                Platform = config.Platform,
                Annotations = kept,
            },
            name);
    }

    private void CopyLayer(Descriptor layer, CancellationToken cancellation)
    {
        if (store.Blobs.Contains(layer.Digest))
        {
            return;
        }

        using Stream content = OpenBlob(layer);
        using BlobWriter writer = store.Blobs.Create(layer.Digest.Algorithm);
        StreamCopy.Copy(content, writer.Stream, cancellation);
        writer.Commit(layer.Digest, layer.Size);
    }

    private void CheckLayout()
    {
        string version = ReadDocument<ImageLayout>(ImageLayout.FileName).ImageLayoutVersion;
        if (version != ImageLayout.CurrentVersion)
        {
            throw Fail(ImageErrorId.ArchiveUnknown, $"{source.Name} is an image layout of version '{version}'; {ImageLayout.CurrentVersion} is what can be read.");
        }
    }

    private T ReadDocument<T>(string path)
        where T : class, IOciDocument
    {
        using Stream stream = source.TryOpen(path) ?? throw Fail(ImageErrorId.ArchiveInvalid, $"{source.Name} lacks the file {path}, which every image layout has.");
        try
        {
            return OciJson.Read<T>(StreamCopy.ReadAll(stream, DocumentLimits.MaximumBytes, $"{path} in {source.Name}"), $"{source.Name}: {path}");
        }
        catch (OciDocumentException error)
        {
            throw new ImageException(ImageErrorId.ArchiveInvalid, error.Message, error) { Subject = source.Name };
        }
    }

    private byte[] ReadBlob(Descriptor descriptor)
    {
        using Stream stream = OpenBlob(descriptor);
        byte[] content = StreamCopy.ReadAll(stream, DocumentLimits.MaximumBytes, $"Blob {descriptor.Digest} in {source.Name}");
        return descriptor.Digest.Matches(content)
            ? content
            : throw Fail(
                ImageErrorId.DigestMismatch,
                $"Blob {descriptor.Digest} in {source.Name} is not what it should be: its content has the digest {Digest.OfContent(content)}.");
    }

    private Stream OpenBlob(Descriptor descriptor)
    {
        if (!descriptor.Digest.IsSupported)
        {
            throw Fail(ImageErrorId.ManifestInvalid, $"{source.Name} points at content with the digest '{descriptor.Digest}'; sha256 and sha512 can be checked.");
        }

        string path = $"{ImageLayout.BlobsDirectoryName}/{descriptor.Digest.Algorithm}/{descriptor.Digest.Hex}";
        return source.TryOpen(path) ?? throw Fail(ImageErrorId.BlobMissing, $"{source.Name} lacks {path}, which its index points at.");
    }

    private ImageException Fail(ImageErrorId id, string message) => new(id, message) { Subject = source.Name };

    private static Descriptor WithIndex(Descriptor manifest, Digest index) => manifest with
    {
        Annotations = new Dictionary<string, string> { [IndexEntries.IndexDigestKey] = index.ToString() },
    };
}
