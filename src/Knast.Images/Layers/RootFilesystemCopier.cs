using Knast.Images.Store;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Makes root filesystems that are plain directories, where overlayfs cannot be had.</summary>
/// <param name="store">The store that has the images.</param>
public sealed class RootFilesystemCopier(ImageStore store)
{
    private const uint RootMode = 0x1ED;

    /// <summary>Unpacks all layers of an image, one over the other, into a directory.</summary>
    /// <param name="image">The image.</param>
    /// <param name="destination">An absolute path of the kernel's machine; made where it is missing, and empty.</param>
    /// <param name="progress">Told of each layer.</param>
    /// <param name="cancellation">Ends the work. What is there then is the caller's to remove, as after any failure.</param>
    /// <exception cref="ImageException">A blob is missing, or a layer cannot be unpacked.</exception>
    /// <exception cref="NativeException">The file system refused, such as ENOSPC; ENOTEMPTY where the destination is not empty.</exception>
    public async Task FlattenAsync(
        Image image, string destination, IProgress<ImageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        using IDisposable use = await store.HoldAsync(cancellation).ConfigureAwait(false);
        await Task.Run(() => Flatten(image, destination, progress, cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Copies a tree with all that its files have: owners, modes, times, hard links, devices, attributes, holes.</summary>
    /// <param name="source">An absolute path of the kernel's machine.</param>
    /// <param name="destination">The same; made where it is missing, and empty.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="NativeException">The file system refused.</exception>
    public Task CopyAsync(string source, string destination, CancellationToken cancellation = default) => Task.Run(
        () =>
        {
            FileCalls files = store.Layers.Files;
            using KernelDescriptor from = files.OpenHostDirectory(source);
            using KernelDescriptor to = OpenEmpty(files, destination);
            new TreeCopy(files, from, to).Run(cancellation);
        },
        cancellation);

    private void Flatten(Image image, string destination, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        FileCalls files = store.Layers.Files;
        IReadOnlyList<LayerSource> sources = store.Layers.Sources(image);
        var reporter = new LayerProgress(progress, image.ToString(), sources.Count);
        using KernelDescriptor root = OpenEmpty(files, destination);
        for (int index = 0; index < sources.Count; index++)
        {
            using var tree = new LayerTree(files, root, null);
            using Stream blob = new ProgressStream(store.Blobs.OpenRead(sources[index].Digest), reporter.For(sources[index], index));
            LayerUnpacker.Unpack(blob, sources[index], tree, LayerMode.Flat, store.Layers.Limits, cancellation);
        }
    }

    private static KernelDescriptor OpenEmpty(FileCalls files, string path)
    {
        KernelDescriptor directory = HostDirectories.Open(files, path, RootMode);
        if (TreeWalk.Names(files, directory).Count == 0)
        {
            return directory;
        }

        directory.Dispose();
        KernelSystem system = files.Kernel.Target.System;
        throw new NativeException(system, ErrorCodes.ToErrno(system, ErrorCode.ENOTEMPTY), "copy", path, "a root filesystem goes into an empty directory");
    }
}
