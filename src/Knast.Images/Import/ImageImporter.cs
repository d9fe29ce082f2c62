using Knast.Images.Archives;
using Knast.Images.Compression;
using Knast.Images.Store;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>
/// Imports images into a store: a directory or the tar file of a root filesystem, an OCI image layout as a directory or a tar file, and
/// what docker save writes. Tar files may be compressed with gzip, zstd or xz; what a file is, its content says.
/// </summary>
/// <param name="store">The store.</param>
public sealed class ImageImporter(ImageStore store)
{
    /// <summary>Imports.</summary>
    /// <param name="path">A directory or a file.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told of each layer.</param>
    /// <param name="cancellation">Ends the work; what is half-made is removed.</param>
    /// <returns>The images, under each of their names.</returns>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ArchiveUnknown"/> and others: it cannot be imported.</exception>
    /// <exception cref="FileNotFoundException">Nothing is there.</exception>
    public async Task<IReadOnlyList<Image>> ImportAsync(
        string path, ImportOptions options, IProgress<ImageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        path = Path.GetFullPath(path);
        IReadOnlyList<Image> images = await store.AddContentAsync(
            () => Task.Run(() => Import(path, options, progress, cancellation), cancellation), cancellation).ConfigureAwait(false);
        foreach (Image image in images)
        {
            progress?.Report(new ImageProgress(ImageStage.Complete, image.ToString()));
        }

        return images;
    }

    private IReadOnlyList<Image> Import(string path, ImportOptions options, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
        {
            if (!File.Exists(Path.Combine(path, ImageLayout.FileName)))
            {
                return [DirectoryImport.Run(store, path, options, progress, cancellation)];
            }

            using var source = new DirectoryLayoutSource(path);
            return new LayoutImport(store, source, options, progress).Run(cancellation);
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is neither a file nor a directory {path} to import.", path);
        }

        try
        {
            return ImportArchive(path, options, progress, cancellation);
        }
        catch (TarFormatException error)
        {
            throw new ImageException(
                error.IsTruncated ? ImageErrorId.LayerTruncated : ImageErrorId.ArchiveUnknown,
                $"{path} cannot be imported as a tar file: {error.Message}", error)
            { Subject = path };
        }
        catch (TarLimitException error)
        {
            throw new ImageException(ImageErrorId.LayerTooLarge, $"{path}: {error.Message}", error) { Subject = path };
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new ImageException(
                error is EndOfStreamException ? ImageErrorId.LayerTruncated : ImageErrorId.ArchiveInvalid, $"{path} cannot be decompressed: {error.Message}", error)
            { Subject = path };
        }
    }

    private IReadOnlyList<Image> ImportArchive(string path, ImportOptions options, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        ArchiveKind kind;
        CompressionFormat format;
        using (Stream archive = Decompression.Open(OpenFile(path), path, out format))
        {
            kind = ArchiveKinds.Detect(archive, options.Limits);
        }

        if (kind == ArchiveKind.RootFilesystem)
        {
            return [RootFilesystemImport.Run(store, path, options, progress, cancellation)];
        }

        FileStream plain = format == CompressionFormat.None ? OpenFile(path) : Spool(path, cancellation);
        using var source = new ArchiveLayoutSource(plain, path, options.Limits);
        return kind == ArchiveKind.OciLayout
            ? new LayoutImport(store, source, options, progress).Run(cancellation)
            : new DockerArchiveImport(store, source, options, progress).Run(cancellation);
    }

    // The parts of an archive are needed out of order, so a compressed one is laid down once; the file goes with its stream.
    private FileStream Spool(string path, CancellationToken cancellation)
    {
        string temporary = Path.Combine(store.Paths.Incoming, Guid.NewGuid().ToString("N"));
        var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        try
        {
            using Stream uncompressed = Decompression.Open(OpenFile(path), path, out _);
            StreamCopy.Copy(uncompressed, file, cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream OpenFile(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
}
