using System.IO.Compression;
using Knast.Images.Archives;
using Knast.Images.Compression;
using Knast.Images.Layers;
using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Makes an image of a root filesystem's tar file. The file becomes the layer as it is, but for xz, which no layer may have.</summary>
internal static class RootFilesystemImport
{
    /// <summary>Writes the layer, and adds the image.</summary>
    public static Image Run(ImageStore store, string path, ImportOptions options, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        string shown = options.Reference?.Familiar ?? path;
        Action<long>? report = progress is null
            ? null
            : done => progress.Report(new ImageProgress(ImageStage.Importing, shown, BytesDone: done, BytesTotal: new FileInfo(path).Length));
        using BlobWriter writer = store.Blobs.Create();
        (Digest diffId, CompressionFormat format) = ReadLayer(path, writer, options, report, cancellation);
        if (format != CompressionFormat.Xz)
        {
            using FileStream file = OpenFile(path);
            StreamCopy.Copy(file, writer.Stream, cancellation);
        }

        string mediaType = LayerMediaTypes.Of(format) ?? MediaTypes.ImageLayerGzip;
        long size = writer.Length;
        var layer = new Descriptor { MediaType = mediaType, Digest = writer.Commit(), Size = size };
        return SingleLayerImage.Add(store, layer, diffId, options, path);
    }

    // Reads the whole archive, since one that is cut off must not become an image.
    private static (Digest DiffId, CompressionFormat Format) ReadLayer(
        string path, BlobWriter writer, ImportOptions options, Action<long>? report, CancellationToken cancellation)
    {
        using Stream uncompressed = Decompression.Open(new ProgressStream(OpenFile(path), report), path, out CompressionFormat format);
        using var readAhead = new ReadAheadStream(uncompressed, cancellation);
        using var digesting = new DigestingStream(readAhead);
        using Stream recompressed = format == CompressionFormat.Xz ? new GZipStream(writer.Stream, CompressionLevel.Fastest, leaveOpen: true) : Stream.Null;
        var archive = new TarArchiveReader(new TeeStream(digesting, recompressed), options.Limits.ToTarLimits());
        while (archive.ReadNext() is not null)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        archive.ReadToEnd();
        return (digesting.GetDigest(), format);
    }

    private static FileStream OpenFile(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
}
