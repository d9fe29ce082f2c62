using System.Globalization;
using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Makes an image of one layer whose blob is in the store.</summary>
internal static class SingleLayerImage
{
    /// <summary>Writes configuration and manifest, and adds the image.</summary>
    public static Image Add(ImageStore store, Descriptor layer, Digest diffId, ImportOptions options, string origin)
    {
        Platform platform = options.Platform ?? LocalPlatform.Value;
        string created = (options.Created ?? DateTimeOffset.UtcNow).ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
        byte[] config = OciJson.Write(new ImageConfig
        {
            Created = created,
            Os = platform.Os,
            Architecture = platform.Architecture,
            Variant = platform.Variant,
            OsVersion = platform.OsVersion,
            OsFeatures = platform.OsFeatures,
            Config = options.Config,
            RootFs = new RootFs { Type = RootFs.Layers, DiffIds = [diffId] },
            History = [new HistoryEntry { Created = created, CreatedBy = "knast import", Comment = $"Imported from {origin}" }],
        });
        byte[] manifest = OciJson.Write(new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.ImageManifest,
            Config = new Descriptor { MediaType = MediaTypes.ImageConfig, Digest = store.Blobs.Write(config), Size = config.Length },
            Layers = [layer],
        });
        return store.Add(
            new Descriptor { MediaType = MediaTypes.ImageManifest, Digest = store.Blobs.Write(manifest), Size = manifest.Length, Platform = platform },
            options.Reference);
    }
}
