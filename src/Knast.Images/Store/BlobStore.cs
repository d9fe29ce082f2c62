using Knast.Oci;

namespace Knast.Images.Store;

/// <summary>Content by digest: <c>blobs/ALGORITHM/HEX</c> of an image layout (image-spec image-layout.md).</summary>
internal sealed class BlobStore(StorePaths paths)
{
    /// <summary>Whether the content is there.</summary>
    public bool Contains(Digest digest) => File.Exists(paths.Blob(digest));

    /// <summary>Bytes of the content; null where it is not there.</summary>
    public long? SizeOf(Digest digest) => new FileInfo(paths.Blob(digest)) is { Exists: true } file ? file.Length : null;

    /// <summary>Opens content for reading. Its digest was checked when it was written.</summary>
    /// <exception cref="ImageException"><see cref="ImageErrorId.BlobMissing"/>.</exception>
    public FileStream OpenRead(Digest digest)
    {
        try
        {
            return new FileStream(paths.Blob(digest), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Missing(digest, error);
        }
    }

    /// <summary>Reads small content, such as a manifest, and checks its digest.</summary>
    /// <param name="digest">The content.</param>
    /// <param name="maximumBytes">The most bytes that are read.</param>
    /// <exception cref="ImageException">It is missing, too large, or damaged.</exception>
    public byte[] Read(Digest digest, int maximumBytes = DocumentLimits.MaximumBytes)
    {
        using FileStream stream = OpenRead(digest);
        if (stream.Length > maximumBytes)
        {
            throw new ImageException(
                ImageErrorId.ManifestInvalid, $"Blob {digest} has {stream.Length} bytes; a document may have {maximumBytes}.")
            { Subject = digest.ToString() };
        }

        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return digest.Matches(content)
            ? content
            : throw new ImageException(
                ImageErrorId.DigestMismatch,
                $"Blob {digest} is damaged: its content has the digest {Digest.OfContent(content)}. Remove the image and pull it again.")
            { Subject = digest.ToString() };
    }

    /// <summary>Begins to write content. Dispose the writer in any case: what is not committed is removed.</summary>
    /// <param name="algorithm">The algorithm of its digest.</param>
    public BlobWriter Create(string algorithm = Digest.Sha256) => new(paths, algorithm);

    /// <summary>Writes small content.</summary>
    public Digest Write(ReadOnlySpan<byte> content)
    {
        Digest digest = Digest.OfContent(content);
        Write(content, digest);
        return digest;
    }

    /// <summary>Writes small content whose digest is known.</summary>
    public void Write(ReadOnlySpan<byte> content, Digest digest)
    {
        if (!Contains(digest))
        {
            using BlobWriter writer = Create(digest.Algorithm);
            writer.Write(content);
            writer.Commit(digest, content.Length);
        }
    }

    /// <summary>All content that is there.</summary>
    public IEnumerable<(Digest Digest, FileInfo File)> List()
    {
        foreach (string directory in Directory.EnumerateDirectories(paths.Blobs))
        {
            foreach (FileInfo file in new DirectoryInfo(directory).EnumerateFiles())
            {
                if (Digest.TryParse($"{Path.GetFileName(directory)}:{file.Name}", out Digest digest))
                {
                    yield return (digest, file);
                }
            }
        }
    }

    private static ImageException Missing(Digest digest, Exception inner) =>
        new(ImageErrorId.BlobMissing, $"The store lacks blob {digest}; pull or import the image again.", inner) { Subject = digest.ToString() };
}
