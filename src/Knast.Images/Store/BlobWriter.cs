using Knast.Images.Compression;
using Knast.Oci;

namespace Knast.Images.Store;

/// <summary>Writes content to a file with a name of its own, hashing it, and gives it its place when it is right.</summary>
internal sealed class BlobWriter : IDisposable
{
    private static readonly TimeSpan s_leftoverAge = TimeSpan.FromMinutes(1);

    private readonly StorePaths _paths;
    private readonly string _path;
    private readonly FileStream _file;
    private readonly DigestingStream _stream;
    private bool _isCommitted;

    /// <summary>Begins a file. Its lock tells a writer that lives from one that was killed.</summary>
    public BlobWriter(StorePaths paths, string algorithm)
    {
        _paths = paths;
        _path = Path.Combine(paths.Incoming, Guid.NewGuid().ToString("N"));
        _file = new FileStream(_path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        _stream = new DigestingStream(_file, algorithm, leaveOpen: true);
    }

    /// <summary>Where the content goes.</summary>
    public Stream Stream => _stream;

    /// <summary>Bytes written so far.</summary>
    public long Length => _stream.Count;

    /// <summary>Removes what killed writers left behind.</summary>
    public static void RemoveLeftovers(StorePaths paths)
    {
        foreach (FileInfo file in new DirectoryInfo(paths.Incoming).EnumerateFiles())
        {
            if (DateTime.UtcNow - file.LastWriteTimeUtc < s_leftoverAge)
            {
                continue;
            }

            using IDisposable? isDead = StoreLock.Try(file.FullName, isShared: false);
            if (isDead is not null)
            {
                file.Delete();
            }
        }
    }

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    /// <summary>Gives the content its place.</summary>
    /// <returns>Its digest.</returns>
    public Digest Commit()
    {
        Digest digest = _stream.GetDigest();
        Commit(digest, Length);
        return digest;
    }

    /// <summary>Checks the content and gives it its place.</summary>
    /// <param name="expected">The digest that it must have.</param>
    /// <param name="expectedLength">The bytes that it must have.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.DigestMismatch"/>, <see cref="ImageErrorId.SizeMismatch"/>.</exception>
    public void Commit(Digest expected, long expectedLength)
    {
        if (Length != expectedLength)
        {
            throw new ImageException(
                ImageErrorId.SizeMismatch, $"Blob {expected} has {Length} bytes, but its descriptor says {expectedLength}.")
            { Subject = expected.ToString() };
        }

        Digest found = _stream.GetDigest();
        if (found != expected)
        {
            throw new ImageException(
                ImageErrorId.DigestMismatch, $"Blob {expected} is not what it should be: its content has the digest {found}.")
            { Subject = expected.ToString() };
        }

        string place = _paths.Blob(expected);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        _file.Flush(flushToDisk: true);

        // Closed first: whoever sees the blob in its place must not meet the writer's lock.
        _file.Dispose();
        File.Move(_path, place, overwrite: true);
        _isCommitted = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isCommitted)
        {
            File.Delete(_path);
        }

        _stream.Dispose();
        _file.Dispose();
    }
}
