using System.IO.Compression;
using Knast.Images.Compression;
using Knast.Images.Layers;
using Knast.Images.Store;
using Knast.Native.Kernel;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Makes an image of a directory tree.</summary>
internal static class DirectoryImport
{
    private const int BufferLength = 128 * 1024;

    /// <summary>Writes the layer, and adds the image.</summary>
    public static Image Run(ImageStore store, string path, ImportOptions options, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        using KernelDescriptor root = store.Layers.Files.OpenHostDirectory(path);
        using BlobWriter writer = store.Blobs.Create();
        bool isCompressed = options.Compression != CompressionLevel.NoCompression;
        Digest diffId;
        if (isCompressed)
        {
            using var compressed = new GZipStream(writer.Stream, options.Compression, leaveOpen: true);
            diffId = Write(store, root, compressed, Report(path, options, progress), cancellation);
        }
        else
        {
            diffId = Write(store, root, writer.Stream, Report(path, options, progress), cancellation);
        }

        string mediaType = isCompressed ? MediaTypes.ImageLayerGzip : MediaTypes.ImageLayer;
        long size = writer.Length;
        var layer = new Descriptor { MediaType = mediaType, Digest = writer.Commit(), Size = size };
        return SingleLayerImage.Add(store, layer, diffId, options, path);
    }

    private static Digest Write(ImageStore store, KernelDescriptor root, Stream stream, Action<long>? report, CancellationToken cancellation)
    {
        using var digesting = new DigestingStream(stream, leaveOpen: true);
        using var buffered = new BufferedStream(digesting, BufferLength);
        DirectoryArchiver.Write(store.Layers.Files, root, buffered, report, cancellation);
        buffered.Flush();
        return digesting.GetDigest();
    }

    private static Action<long>? Report(string path, ImportOptions options, IProgress<ImageProgress>? progress) => progress is null
        ? null
        : Throttle.Every(done => progress.Report(new ImageProgress(ImageStage.Importing, options.Reference?.Familiar ?? path, BytesDone: done)));
}
