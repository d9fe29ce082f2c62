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
    /// <summary>Writes the layer, and adds the image.</summary>
    public static Image Run(ImageStore store, string path, ImportOptions options, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        using KernelDescriptor root = store.Layers.Files.OpenHostDirectory(path);
        using BlobWriter writer = store.Blobs.Create();
        Digest diffId;
        bool isCompressed = options.Compression != CompressionLevel.NoCompression;
        string shown = options.Reference?.Familiar ?? path;
        using (Stream compressed = isCompressed ? new GZipStream(writer.Stream, options.Compression, leaveOpen: true) : writer.Stream)
        using (var digesting = new DigestingStream(compressed, leaveOpen: true))
        {
            Action<long>? report = progress is null ? null : done => progress.Report(new ImageProgress(ImageStage.Importing, shown, BytesDone: done));
            using var buffered = new BufferedStream(digesting, 128 * 1024);
            DirectoryArchiver.Write(store.Layers.Files, root, buffered, Throttle.Every(report), cancellation);
            buffered.Flush();
            diffId = digesting.GetDigest();
        }

        string mediaType = isCompressed ? MediaTypes.ImageLayerGzip : MediaTypes.ImageLayer;
        long size = writer.Length;
        var layer = new Descriptor { MediaType = mediaType, Digest = writer.Commit(), Size = size };
        return SingleLayerImage.Add(store, layer, diffId, options, path);
    }
}
