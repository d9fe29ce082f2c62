using Knast.Images.Layers;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Reads the documents of images and checks what the rest relies on.</summary>
internal static class ImageDocuments
{
    /// <summary>Reads a manifest.</summary>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ManifestInvalid"/>.</exception>
    public static ImageManifest ReadManifest(ReadOnlySpan<byte> content, Digest digest)
    {
        ImageManifest manifest = Read<ImageManifest>(content, $"manifest {digest}");
        if (manifest.SchemaVersion != 2)
        {
            throw Invalid($"Manifest {digest} has schemaVersion {manifest.SchemaVersion}; 2 is what can be read.", digest);
        }

        if (manifest.Config is null)
        {
            throw Invalid($"Manifest {digest} has no config, so it is no image.", digest);
        }

        Check(manifest.Config, "config", digest);
        foreach (Descriptor layer in manifest.Layers)
        {
            Check(layer, "a layer", digest);
        }

        return manifest;
    }

    /// <summary>Reads an index.</summary>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ManifestInvalid"/>.</exception>
    public static ImageIndex ReadIndex(ReadOnlySpan<byte> content, Digest digest)
    {
        ImageIndex index = Read<ImageIndex>(content, $"index {digest}");
        return index.SchemaVersion == 2
            ? index
            : throw Invalid($"Index {digest} has schemaVersion {index.SchemaVersion}; 2 is what can be read.", digest);
    }

    /// <summary>Reads a configuration that must fit its manifest.</summary>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ManifestInvalid"/>.</exception>
    public static ImageConfig ReadConfig(ReadOnlySpan<byte> content, Digest digest, ImageManifest manifest)
    {
        ImageConfig config = Read<ImageConfig>(content, $"configuration {digest}");
        int diffIds = config.RootFs?.DiffIds.Count ?? 0;
        if (diffIds != manifest.Layers.Count)
        {
            throw Invalid($"Configuration {digest} has {diffIds} diff_ids, but the manifest has {manifest.Layers.Count} layers.", digest);
        }

        foreach (Digest diffId in config.RootFs?.DiffIds ?? [])
        {
            if (!diffId.IsSupported)
            {
                throw Invalid($"Configuration {digest} has the diff_id '{diffId}'; sha256 and sha512 can be checked.", digest);
            }
        }

        return config;
    }

    /// <summary>The layers of an image, the lowest first.</summary>
    public static IReadOnlyList<LayerSource> LayersOf(ImageManifest manifest, ImageConfig config)
    {
        foreach (Descriptor layer in manifest.Layers)
        {
            if (!MediaTypes.IsLayer(layer.MediaType))
            {
                throw new ImageException(
                    ImageErrorId.LayerUnsupported, $"Layer {layer.Digest} has the media type '{layer.MediaType}', which is none of a layer that can be unpacked.")
                { Subject = layer.Digest.ToString() };
            }
        }

        return [.. manifest.Layers.Zip(config.RootFs?.DiffIds ?? [], (layer, diffId) => new LayerSource(layer.Digest, layer.Size, diffId))];
    }

    private static T Read<T>(ReadOnlySpan<byte> content, string what)
        where T : class, IOciDocument
    {
        try
        {
            return OciJson.Read<T>(content, what);
        }
        catch (OciDocumentException error)
        {
            throw new ImageException(ImageErrorId.ManifestInvalid, error.Message, error) { Subject = what };
        }
    }

    private static void Check(Descriptor descriptor, string what, Digest digest)
    {
        if (!descriptor.Digest.IsSupported || descriptor.Size < 0)
        {
            throw Invalid(
                $"Manifest {digest} points at {what} with the digest '{descriptor.Digest}' and the size {descriptor.Size}; sha256 or sha512 and a size of 0 or more is right.",
                digest);
        }
    }

    private static ImageException Invalid(string message, Digest digest) =>
        new(ImageErrorId.ManifestInvalid, message) { Subject = digest.ToString() };
}
