using Knast.Images.Layers;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>
/// The local images: an OCI image layout in <c>images</c> below Knast's root, which other tools can read too, and the unpacked layers
/// beside it. Any number of processes and threads may use one store at the same time.
/// </summary>
public sealed class ImageStore
{
    private readonly StorePaths _paths;
    private readonly IndexFile _index;
    private readonly ImageReader _reader;
    private readonly ContentCollector _collector;

    private ImageStore(StorePaths paths, FileCalls files, LayerLimits limits)
    {
        _paths = paths;
        _index = new IndexFile(paths);
        Blobs = new BlobStore(paths);
        _reader = new ImageReader(Blobs);
        Layers = new LayerStore(paths, Blobs, _reader, files, limits);
        _collector = new ContentCollector(paths, _index, Blobs, _reader, Layers);
    }

    /// <summary>The unpacked layers.</summary>
    public LayerStore Layers { get; }

    /// <summary>The image layout's directory.</summary>
    public string Path => _paths.Images;

    internal BlobStore Blobs { get; }

    internal StorePaths Paths => _paths;

    /// <summary>Opens a store, making it where it is missing.</summary>
    /// <param name="root">Knast's root directory, absolute.</param>
    /// <param name="kernel">The kernel of the machine that has the layers.</param>
    /// <param name="limits">What a layer may not exceed; null for the defaults.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.StoreInvalid"/>: the layout is of a version that is not known.</exception>
    public static ImageStore Open(string root, IKernel kernel, LayerLimits? limits = null)
    {
        var paths = new StorePaths(System.IO.Path.GetFullPath(root));
        StoreLayout.Ensure(paths);
        return new ImageStore(paths, FileCalls.For(kernel), limits ?? LayerLimits.Default);
    }

    /// <summary>All images, one for each name, and those without a name. What is damaged is left out; <see cref="VerifyAsync"/> tells of it.</summary>
    public IReadOnlyList<Image> List()
    {
        List<StoredImage> stored = ReadAll();
        ILookup<Digest, string> names = stored
            .Where(image => IndexEntries.NameOf(image.Manifest) is not null)
            .ToLookup(image => image.Manifest.Digest, image => IndexEntries.NameOf(image.Manifest)!);
        return [.. stored.Select(image => ImageRecords.Create(image, [.. names[image.Manifest.Digest]]))];
    }

    /// <summary>The image that a text means: a name, a digest, or the beginning of an id or a digest, of 4 digits at least.</summary>
    /// <param name="text">Such as <c>alpine</c>, <c>alpine@sha256:…</c>, <c>3f57d9401f8d</c>.</param>
    /// <param name="platform">Which, where a name has images for several; null for what suits this machine.</param>
    /// <returns>Null where there is none.</returns>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ImageAmbiguous"/>, <see cref="ImageErrorId.PlatformNotFound"/>.</exception>
    public Image? Find(string text, Platform? platform = null)
    {
        IReadOnlyList<Image> found = ImageSearch.Find(List(), text);
        return found.Count == 0 ? null : Choose(found, text, platform);
    }

    /// <summary>The image that has a name.</summary>
    /// <param name="reference">The name.</param>
    /// <param name="platform">Which, where the name has images for several; null for what suits this machine.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ImageNotFound"/>, <see cref="ImageErrorId.PlatformNotFound"/>.</exception>
    public Image Resolve(ImageReference reference, Platform? platform = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        IReadOnlyList<Image> found = ImageSearch.FindNamed(List(), reference);
        return found.Count > 0 ? Choose(found, reference.Familiar, platform) : throw NotFound(reference.Familiar);
    }

    /// <summary>Gives an image another name. An image that had it for the same platform loses it.</summary>
    /// <param name="image">The image.</param>
    /// <param name="reference">The name; a digest in it is ignored.</param>
    /// <returns>The image under its new name.</returns>
    public Image Tag(Image image, ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(reference);
        ImageReference name = reference.WithTag(reference.Tag ?? ImageReference.DefaultTag);
        return Add(DescriptorOf(image), name);
    }

    /// <summary>Takes a name away. An image that had no other stays, without a name.</summary>
    /// <param name="reference">The name.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ImageNotFound"/>.</exception>
    public void Untag(ImageReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        string name = reference.ToString();
        _index.Update(index => index.Manifests.Any(entry => IndexEntries.NameOf(entry) == name)
            ? IndexEntries.RemoveName(index, name)
            : throw NotFound(reference.Familiar));
    }

    /// <summary>Removes an image, or by a name only that name where the image has others.</summary>
    /// <param name="text">What <see cref="Find"/> takes.</param>
    /// <param name="force">Remove it although containers use it, or although it has several names and was given by its id.</param>
    /// <param name="use">What containers use; null for nothing. Layers in use stay even with force.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ImageNotFound"/>, <see cref="ImageErrorId.ImageInUse"/>, <see cref="ImageErrorId.ImageAmbiguous"/>.</exception>
    public ImageRemoval Remove(string text, bool force = false, ImageUse? use = null)
    {
        IReadOnlyList<Image> found = ImageSearch.Find(List(), text);
        if (found.Count == 0 && IndexEntries.Find(_index.Read(), text) is { Count: > 0 } damaged)
        {
            _index.Update(index => index with { Manifests = [.. index.Manifests.Except(IndexEntries.Find(index, text))] });
            return new ImageRemoval([.. damaged.Select(IndexEntries.NameOf).OfType<string>()], [], _collector.TryCollect(use ?? ImageUse.None));
        }

        ImageRemoval removal = RemovalPlan.Decide(text, found, force, use ?? ImageUse.None);
        _index.Update(index =>
        {
            ImageIndex without = IndexEntries.RemoveManifests(index, removal.Removed.Select(image => Digest.Parse(image.Digest)).ToHashSet());
            return removal.Untagged.Aggregate(without, (rest, name) => IndexEntries.RemoveName(rest, name));
        });
        return removal.Removed.Count == 0 ? removal : removal with { FreedBytes = _collector.TryCollect(use ?? ImageUse.None) };
    }

    /// <summary>Removes images without a name that no container uses, and all content that no image needs.</summary>
    /// <param name="use">What containers use.</param>
    /// <param name="all">Whether images with a name go as well.</param>
    /// <param name="cancellation">Ends the waiting for others who use the store.</param>
    public async Task<ImageRemoval> PruneAsync(ImageUse use, bool all = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        List<Image> removed = [.. List().Where(image => (all || image.Reference is null) && !use.ImageIds.Contains(image.Id))];
        _index.Update(index => IndexEntries.RemoveManifests(index, removed.Select(image => Digest.Parse(image.Digest)).ToHashSet()));
        long freed = await _collector.CollectAsync(use, cancellation).ConfigureAwait(false);
        return new ImageRemoval([.. removed.SelectMany(image => image.References).Distinct()], removed, freed);
    }

    /// <summary>Keeps others from removing content while the result is not disposed: from choosing an image until a container's use of it is recorded.</summary>
    /// <param name="cancellation">Ends the waiting for who is removing content just now.</param>
    public Task<IDisposable> HoldAsync(CancellationToken cancellation = default) => StoreLock.SharedAsync(_paths.UseLock, cancellation);

    /// <summary>The configuration of an image: what a container of it does unless told otherwise.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="ImageException">It is missing, damaged or wrong.</exception>
    public ImageConfig ReadConfiguration(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return _reader.Read(new Descriptor { Digest = Digest.Parse(image.Digest) }).Config;
    }

    /// <summary>The manifest of an image.</summary>
    /// <param name="image">The image.</param>
    /// <exception cref="ImageException">It is missing, damaged or wrong.</exception>
    public ImageManifest ReadManifest(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return _reader.Read(new Descriptor { Digest = Digest.Parse(image.Digest) }).Document;
    }

    /// <summary>Reads all content again and checks it against its digests.</summary>
    /// <param name="image">The image; null for all.</param>
    /// <param name="progress">Told of each blob.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What is wrong; empty where nothing is.</returns>
    public Task<IReadOnlyList<ImageProblem>> VerifyAsync(
        Image? image = null, IProgress<ImageProgress>? progress = null, CancellationToken cancellation = default) =>
        new ImageVerifier(Blobs, _reader, progress).VerifyAsync(Entries(image), cancellation);

    /// <summary>Adds a manifest whose content is all here.</summary>
    /// <param name="manifest">The manifest, with its platform.</param>
    /// <param name="reference">Its name; null for none.</param>
    internal Image Add(Descriptor manifest, ImageReference? reference)
    {
        _index.Update(index => IndexEntries.Add(index, manifest, reference?.ToString()));
        return List().First(image => image.Digest == manifest.Digest.ToString() && (reference is null || image.References.Contains(reference.ToString())
            && image.Reference == reference.Familiar));
    }

    /// <summary>Runs an operation that adds content, keeping others from removing it meanwhile. Where the content turns out to be wrong, it goes.</summary>
    internal async Task<T> AddContentAsync<T>(Func<Task<T>> operation, CancellationToken cancellation)
    {
        try
        {
            using IDisposable use = await HoldAsync(cancellation).ConfigureAwait(false);
            BlobWriter.RemoveLeftovers(_paths);
            return await operation().ConfigureAwait(false);
        }
        catch (ImageException error) when (error.ErrorId != ImageErrorId.RegistryUnavailable)
        {
            _collector.TryCollectBlobs();
            throw;
        }
    }

    private Descriptor DescriptorOf(Image image) =>
        _reader.Expand(_index.Read()).FirstOrDefault(entry => entry.Digest.ToString() == image.Digest) ?? throw NotFound(image.ToString());

    private IReadOnlyList<Descriptor> Entries(Image? image) =>
        [.. _index.Read().Manifests.Where(entry => image is null || entry.Digest.ToString() == image.Digest || entry.Digest.ToString() == image.IndexDigest)
            .DistinctBy(entry => entry.Digest)];

    private List<StoredImage> ReadAll()
    {
        var images = new List<StoredImage>();
        foreach (Descriptor entry in _index.Read().Manifests)
        {
            try
            {
                images.AddRange(_reader.Expand(new ImageIndex { Manifests = [entry] }).Select(_reader.Read));
            }
            catch (ImageException)
            {
                // VerifyAsync tells of it, and one damaged image must not hide all others.
            }
        }

        return images;
    }

    private static Image Choose(IReadOnlyList<Image> found, string text, Platform? platform)
    {
        if (found.DistinctBy(image => image.Digest).Count() > 1 && found.Any(image => image.Reference != found[0].Reference))
        {
            throw new ImageException(
                ImageErrorId.ImageAmbiguous, $"'{text}' means {found.Count} images: {string.Join(", ", found.Select(image => $"{image} ({image.Id})"))}.")
            { Subject = text };
        }

        return ImageSearch.Choose(found, platform) ?? throw new ImageException(
            ImageErrorId.PlatformNotFound,
            $"Image '{text}' is here for {string.Join(", ", found.Select(image => image.Platform))}, not for {platform ?? LocalPlatform.Value}.")
        { Subject = text };
    }

    private static ImageException NotFound(string what) =>
        new(ImageErrorId.ImageNotFound, $"There is no image '{what}' in the store; Save-KnastImage pulls one, Get-KnastImage lists what there is.") { Subject = what };
}
