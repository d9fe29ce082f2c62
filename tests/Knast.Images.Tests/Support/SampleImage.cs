using Knast.Images.Layers;
using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Tests.Support;

/// <summary>Puts images made of layers into a store.</summary>
internal static class SampleImage
{
    public static Image Add(ImageStore store, string? name, params SampleLayer[] layers)
    {
        byte[] config = OciJson.Write(new ImageConfig
        {
            Os = LocalPlatform.Value.Os,
            Architecture = LocalPlatform.Value.Architecture,
            RootFs = new RootFs { Type = RootFs.Layers, DiffIds = [.. layers.Select(layer => layer.DiffId)] },
        });
        byte[] manifest = OciJson.Write(new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.ImageManifest,
            Config = new Descriptor { MediaType = MediaTypes.ImageConfig, Digest = store.Blobs.Write(config), Size = config.Length },
            Layers =
            [
                .. layers.Select(layer => new Descriptor { MediaType = layer.MediaType, Digest = store.Blobs.Write(layer.Content), Size = layer.Content.Length }),
            ],
        });
        var descriptor = new Descriptor
        {
            MediaType = MediaTypes.ImageManifest,
            Digest = store.Blobs.Write(manifest),
            Size = manifest.Length,
            Platform = LocalPlatform.Value,
        };
        return store.Add(descriptor, name is null ? null : ImageReference.Parse(name));
    }

    /// <summary>Unpacks an image as layers for overlayfs, mounts them over one another, and writes the tree down.</summary>
    public static async Task<string[]> ListOverlayAsync(Scratch scratch, Image image)
    {
        IReadOnlyList<LayerDirectory> layers = await scratch.Store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken);
        string mounted = scratch.MakeDirectory("mounted-" + Guid.NewGuid().ToString("N"));
        string lower = string.Join(':', layers.Reverse().Select(layer => layer.ChainId.Hex));

        // One layer alone is no overlay for the kernel, so an empty one goes below.
        scratch.MakeDirectory("root/layers/empty");
        Tool.RunIn(scratch["root/layers"], "mount", "-t", "overlay", "overlay", "-o", $"lowerdir={lower}:empty", mounted);
        try
        {
            return TreeListing.Of(scratch.Files, mounted);
        }
        finally
        {
            Tool.Run("umount", mounted);
        }
    }

    /// <summary>Unpacks an image into one directory, and writes the tree down.</summary>
    public static async Task<string[]> ListFlatAsync(Scratch scratch, Image image)
    {
        string flat = scratch["flat-" + Guid.NewGuid().ToString("N")];
        await new RootFilesystemCopier(scratch.Store).FlattenAsync(image, flat, null, TestContext.Current.CancellationToken);
        return TreeListing.Of(scratch.Files, flat);
    }
}
