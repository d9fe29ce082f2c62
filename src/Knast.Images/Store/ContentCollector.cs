using Knast.Images.Layers;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Removes content that no image needs.</summary>
internal sealed class ContentCollector(StorePaths paths, IndexFile index, BlobStore blobs, ImageReader reader, LayerStore layers)
{
    /// <summary>Removes it, if nobody is using the store just now.</summary>
    /// <returns>Bytes freed; 0 where somebody is, or where an image is damaged, so that nobody can tell what it needs.</returns>
    public long TryCollect(ImageUse use) => Try(() => Collect(use));

    /// <summary>Removes blobs only, if nobody is using the store just now: what is left of an image that turned out to be wrong.</summary>
    public void TryCollectBlobs() => Try(() => RemoveBlobsExcept(FindWanted([])));

    /// <summary>Removes it, waiting until nobody uses the store.</summary>
    /// <returns>Bytes freed.</returns>
    /// <exception cref="ImageException">An image is damaged, so that nobody can tell what it needs: remove it first.</exception>
    public async Task<long> CollectAsync(ImageUse use, CancellationToken cancellation)
    {
        using IDisposable alone = await StoreLock.ExclusiveAsync(paths.UseLock, cancellation).ConfigureAwait(false);
        return Collect(use);
    }

    private long Try(Func<long> collect)
    {
        using IDisposable? alone = StoreLock.Try(paths.UseLock, isShared: false);
        try
        {
            return alone is null ? 0 : collect();
        }
        catch (ImageException)
        {
            return 0;
        }
    }

    private long Collect(ImageUse use)
    {
        var chains = new HashSet<string>(use.ChainIds.Select(chain => chain[(chain.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        HashSet<Digest> wanted = FindWanted(chains);
        BlobWriter.RemoveLeftovers(paths);
        return RemoveBlobsExcept(wanted) + layers.RemoveExcept(chains);
    }

    private HashSet<Digest> FindWanted(HashSet<string> chains)
    {
        var wanted = new HashSet<Digest>();
        ImageIndex content = index.Read();
        wanted.UnionWith(content.Manifests.Select(entry => entry.Digest));
        foreach (Descriptor manifest in reader.Expand(content))
        {
            wanted.Add(manifest.Digest);
            if (blobs.Contains(manifest.Digest))
            {
                AddContent(manifest, wanted, chains);
            }
        }

        return wanted;
    }

    private void AddContent(Descriptor descriptor, HashSet<Digest> wanted, HashSet<string> chains)
    {
        ImageManifest manifest = ImageDocuments.ReadManifest(blobs.Read(descriptor.Digest), descriptor.Digest);
        Digest configDigest = manifest.Config!.Digest;
        wanted.Add(configDigest);
        wanted.UnionWith(manifest.Layers.Select(layer => layer.Digest));
        if (blobs.Contains(configDigest))
        {
            ImageConfig config = ImageDocuments.ReadConfig(blobs.Read(configDigest), configDigest, manifest);
            chains.UnionWith(ChainId.Of(config.RootFs?.DiffIds ?? []).Select(chain => chain.Hex));
        }
    }

    private long RemoveBlobsExcept(HashSet<Digest> wanted)
    {
        long freed = 0;
        foreach ((Digest digest, FileInfo file) in blobs.List())
        {
            if (!wanted.Contains(digest))
            {
                freed += file.Length;
                file.Delete();
            }
        }

        return freed;
    }
}
