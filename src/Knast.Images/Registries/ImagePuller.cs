using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Registries;

/// <summary>Pulls images from registries into a store.</summary>
/// <param name="store">The store.</param>
/// <param name="client">Asks the registries.</param>
public sealed class ImagePuller(ImageStore store, RegistryClient client)
{
    /// <summary>Pulls an image. What the store has already is not downloaded again.</summary>
    /// <param name="reference">The image; a digest in it is checked.</param>
    /// <param name="platform">Which, of an image for several; null for this machine's.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Told of each layer, from several threads.</param>
    /// <param name="cancellation">Ends the work; what is half-made is removed. Layers that are whole stay for the next attempt.</param>
    /// <returns>The image in the store.</returns>
    /// <exception cref="ImageException">The image cannot be had, or is not what it should be.</exception>
    public Task<Image> PullAsync(
        ImageReference reference,
        Platform? platform = null,
        PullOptions? options = null,
        IProgress<ImageProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        progress?.Report(new ImageProgress(ImageStage.Resolving, reference.Familiar));
        return store.AddContentAsync(() => PullHeldAsync(reference, platform, options ?? new PullOptions(), progress, cancellation), cancellation);
    }

    private async Task<Image> PullHeldAsync(
        ImageReference reference, Platform? platform, PullOptions options, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        (ManifestContent manifest, Digest? index) = await ChooseManifestAsync(reference, platform, cancellation).ConfigureAwait(false);
        ImageManifest document = ImageDocuments.ReadManifest(manifest.Content, manifest.Digest);
        byte[] configContent = await GetConfigAsync(reference, document.Config!, cancellation).ConfigureAwait(false);
        ImageConfig config = ImageDocuments.ReadConfig(configContent, document.Config!.Digest, document);
        var layers = new LayerPull(store, client, reference, ImageDocuments.LayersOf(document, config), options, progress);
        await layers.RunAsync(cancellation).ConfigureAwait(false);

        store.Blobs.Write(configContent, document.Config.Digest);
        store.Blobs.Write(manifest.Content, manifest.Digest);
        Image image = store.Add(DescriptorOf(manifest, config, index), NameOf(reference, manifest.Digest, index));
        progress?.Report(new ImageProgress(ImageStage.Complete, reference.Familiar, LayerCount: document.Layers.Count));
        return image;
    }

    private async Task<(ManifestContent Manifest, Digest? Index)> ChooseManifestAsync(
        ImageReference reference, Platform? platform, CancellationToken cancellation)
    {
        ManifestContent found = await client.GetManifestAsync(reference, cancellation).ConfigureAwait(false);
        if (!MediaTypes.IsIndex(found.MediaType))
        {
            return (found, null);
        }

        ImageIndex index = ImageDocuments.ReadIndex(found.Content, found.Digest);
        Platform wanted = platform ?? LocalPlatform.Value;
        List<Descriptor> images = [.. index.Manifests.Where(entry => MediaTypes.IsManifest(entry.MediaType) && entry.Digest.IsSupported)];
        if (PlatformMatcher.Select(images, wanted) is not [var best, ..])
        {
            throw new ImageException(
                ImageErrorId.PlatformNotFound,
                $"Image {reference.Familiar} is there for {string.Join(", ", images.Select(entry => entry.Platform).Where(known => known is not null).Distinct())}, not for {wanted}.")
            { Subject = reference.Familiar };
        }

        return (await client.GetManifestAsync(reference.WithDigest(best.Digest), cancellation).ConfigureAwait(false), found.Digest);
    }

    private async Task<byte[]> GetConfigAsync(ImageReference reference, Descriptor config, CancellationToken cancellation)
    {
        if (!MediaTypes.IsConfig(config.MediaType))
        {
            throw new ImageException(
                ImageErrorId.ManifestInvalid, $"{reference.Familiar} is no image that can run: its configuration has the media type '{config.MediaType}'.")
            { Subject = reference.Familiar };
        }

        return store.Blobs.Contains(config.Digest)
            ? store.Blobs.Read(config.Digest)
            : await client.GetBlobAsync(reference, config, cancellation).ConfigureAwait(false);
    }

    private static Descriptor DescriptorOf(ManifestContent manifest, ImageConfig config, Digest? index) => new()
    {
        MediaType = manifest.MediaType,
        Digest = manifest.Digest,
        Size = manifest.Content.Length,
        Platform = config.Platform,
        Annotations = index is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [IndexEntries.IndexDigestKey] = index.Value.ToString() },
    };

    // name:tag@digest is kept under its tag, which is what people look for; the digest was checked.
    private static ImageReference NameOf(ImageReference reference, Digest manifest, Digest? index) => reference.Tag is { } tag
        ? reference.WithTag(tag)
        : reference.WithDigest(index ?? manifest);
}
