using Knast.Images.Store;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Layers;

/// <summary>
/// The unpacked layers of images, each in a directory <c>layers/CHAIN-ID</c>, in the form that overlayfs takes as a lower directory.
/// A layer is unpacked under a temporary name and renamed when it is whole and right.
/// </summary>
public sealed class LayerStore
{
    private const uint RootMode = 0x1ED;
    private const uint PrivateMode = 0x1C0;
    private const string TemporaryPrefix = ".unpacking-";

    private readonly StorePaths _paths;
    private readonly BlobStore _blobs;
    private readonly ImageReader _reader;
    private readonly FileCalls _files;

    internal LayerStore(StorePaths paths, BlobStore blobs, ImageReader reader, FileCalls files, LayerLimits limits)
    {
        Limits = limits;
        _paths = paths;
        _blobs = blobs;
        _reader = reader;
        _files = files;
    }

    /// <summary>What a layer may not exceed.</summary>
    public LayerLimits Limits { get; }

    /// <summary>Whether layers are unpacked for overlayfs here: on Linux only. Elsewhere <see cref="RootFilesystemCopier"/> makes whole root filesystems.</summary>
    public bool StacksLayers => _files.Kernel.Target.System == KernelSystem.Linux;

    internal FileCalls Files => _files;

    /// <summary>Unpacks the layers of an image that are not unpacked yet.</summary>
    /// <param name="image">An image of the store that this belongs to.</param>
    /// <param name="progress">Told of each layer that is unpacked.</param>
    /// <param name="cancellation">Ends the work; a layer that is not whole is removed.</param>
    /// <returns>The layers, the lowest first.</returns>
    /// <exception cref="ImageException">A blob is missing, or a layer cannot be unpacked.</exception>
    /// <exception cref="NativeException">The file system refused, such as ENOSPC.</exception>
    /// <exception cref="PlatformNotSupportedException">Layers cannot be stacked here; see <see cref="StacksLayers"/>.</exception>
    public async Task<IReadOnlyList<LayerDirectory>> EnsureAsync(
        Image image, IProgress<ImageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (!StacksLayers)
        {
            throw new PlatformNotSupportedException($"Layers are stacked on Linux only, not on {_files.Kernel.Target.Name}; flatten the image into a directory.");
        }

        using IDisposable use = await StoreLock.SharedAsync(_paths.UseLock, cancellation).ConfigureAwait(false);
        IReadOnlyList<LayerSource> sources = Sources(image);
        var reporter = new LayerProgress(progress, image.ToString(), sources.Count);
        var ready = new List<LayerDirectory>();
        for (int index = 0; index < sources.Count; index++)
        {
            ready.Add(await EnsureLayerAsync(sources, index, ready, reporter, cancellation).ConfigureAwait(false));
        }

        return ready;
    }

    /// <summary>Whether all layers of an image are unpacked.</summary>
    /// <param name="image">An image of the store that this belongs to.</param>
    public bool IsUnpacked(Image image)
    {
        ArgumentNullException.ThrowIfNull(image);
        using KernelDescriptor? layers = TryOpenLayers();
        return layers is not null
            && ChainId.Of([.. Sources(image).Select(source => source.DiffId)]).All(chain => _files.GetStatus(layers, chain.Hex) is not null);
    }

    internal IReadOnlyList<LayerSource> Sources(Image image)
    {
        StoredImage stored = _reader.Read(new() { Digest = Digest.Parse(image.Digest) });
        return ImageDocuments.LayersOf(stored.Document, stored.Config);
    }

    internal async Task<LayerDirectory> EnsureLayerAsync(
        IReadOnlyList<LayerSource> sources, int index, List<LayerDirectory> below, LayerProgress reporter, CancellationToken cancellation)
    {
        IReadOnlyList<Digest> chain = ChainId.Of([.. sources.Take(index + 1).Select(source => source.DiffId)]);
        var layer = new LayerDirectory(sources[index].DiffId, chain[index], Path.Combine(_paths.Layers, chain[index].Hex));
        using KernelDescriptor layers = HostDirectories.Open(_files, _paths.Layers, PrivateMode);
        if (_files.GetStatus(layers, layer.ChainId.Hex) is null)
        {
            using IDisposable alone = await StoreLock.ExclusiveAsync(_paths.LayerLock(layer.ChainId.Hex), cancellation).ConfigureAwait(false);
            if (_files.GetStatus(layers, layer.ChainId.Hex) is null)
            {
                RemoveLeftovers(layers);
                await Task.Run(() => Unpack(layers, sources[index], layer, below, reporter.For(sources[index], index), cancellation), cancellation)
                    .ConfigureAwait(false);
            }
        }

        return layer;
    }

    /// <summary>Removes unpacked layers that are not wanted, and what killed unpackers left behind. Nobody else may use the store meanwhile.</summary>
    /// <param name="wanted">Chain ids, in hexadecimal.</param>
    /// <returns>Bytes freed.</returns>
    internal long RemoveExcept(IReadOnlySet<string> wanted)
    {
        using KernelDescriptor? layers = TryOpenLayers();
        if (layers is null)
        {
            return 0;
        }

        long freed = 0;
        foreach (byte[] name in TreeWalk.Names(_files, layers))
        {
            if (!wanted.Contains(System.Text.Encoding.ASCII.GetString(name)))
            {
                freed += TreeWalk.AllocatedBytes(_files, layers, name);
                _files.RemoveTree(layers, name);
            }
        }

        return freed;
    }

    // Whoever unpacks a layer holds its lock, so one that is free was left behind by an unpacker that was killed.
    private void RemoveLeftovers(KernelDescriptor layers)
    {
        foreach (string name in TreeWalk.Names(_files, layers).Select(System.Text.Encoding.ASCII.GetString))
        {
            if (name.StartsWith(TemporaryPrefix, StringComparison.Ordinal) && name.Length > TemporaryPrefix.Length + 2)
            {
                using IDisposable? alone = StoreLock.Try(_paths.LayerLock(name[TemporaryPrefix.Length..]), isShared: false);
                if (alone is not null)
                {
                    _files.RemoveTree(layers, name);
                }
            }
        }
    }

    private void Unpack(
        KernelDescriptor layers, LayerSource source, LayerDirectory layer, List<LayerDirectory> below, Action<long>? report, CancellationToken cancellation)
    {
        // The layer's lock is ours, so what has this name was left behind by an unpacker that was killed.
        string temporary = TemporaryPrefix + layer.ChainId.Hex;
        _files.RemoveTree(layers, temporary);
        try
        {
            UnpackInto(layers, temporary, source, below, report, cancellation);
            _files.Rename(layers, temporary, layers, layer.ChainId.Hex);
        }
        catch
        {
            _files.RemoveTree(layers, temporary);
            throw;
        }
    }

    private void UnpackInto(
        KernelDescriptor layers, string temporary, LayerSource source, List<LayerDirectory> below, Action<long>? report, CancellationToken cancellation)
    {
        _files.MakeDirectory(layers, temporary, RootMode);
        _files.SetMode(layers, temporary, RootMode);
        var lower = new List<KernelDescriptor>();
        try
        {
            lower.AddRange(below.AsEnumerable().Reverse().Select(layer => Open(layers, layer.ChainId.Hex)));
            using KernelDescriptor root = Open(layers, temporary);
            using var tree = new LayerTree(_files, root, new LowerLayers(_files, lower));
            using Stream blob = new ProgressStream(_blobs.OpenRead(source.Digest), report);
            LayerUnpacker.Unpack(blob, source, tree, LayerMode.Overlay, Limits, cancellation);
        }
        finally
        {
            lower.ForEach(layer => layer.Dispose());
        }
    }

    private KernelDescriptor Open(KernelDescriptor layers, string name) =>
        _files.Open(layers, name, FileOpenFlags.Directory | FileOpenFlags.NoFollow);

    private KernelDescriptor? TryOpenLayers()
    {
        try
        {
            return _files.OpenHostDirectory(_paths.Layers);
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOENT)
        {
            return null;
        }
    }
}
