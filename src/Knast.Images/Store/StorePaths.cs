using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Where the store keeps what. <c>images</c> is an OCI image layout that other tools can read; our own files there begin with a dot.</summary>
/// <param name="root">Knast's root directory.</param>
internal sealed class StorePaths(string root)
{
    /// <summary>The image layout.</summary>
    public string Images { get; } = Path.Combine(root, "images");

    /// <summary>The unpacked layers.</summary>
    public string Layers { get; } = Path.Combine(root, "layers");

    public string Layout => Path.Combine(Images, ImageLayout.FileName);

    public string Index => Path.Combine(Images, ImageLayout.IndexFileName);

    public string Blobs => Path.Combine(Images, ImageLayout.BlobsDirectoryName);

    /// <summary>What is being written. On the file system of the blobs, so that a rename puts it there.</summary>
    public string Incoming => Path.Combine(Images, ".incoming");

    /// <summary>The lock files.</summary>
    public string Locks => Path.Combine(Images, ".locks");

    /// <summary>Held by who changes the index.</summary>
    public string IndexLock => Path.Combine(Locks, "index");

    /// <summary>Held together by all who use content that no index may name yet, and alone by who removes content.</summary>
    public string UseLock => Path.Combine(Locks, "use");

    public string Blob(Digest digest) => Path.Combine(Blobs, digest.Algorithm, digest.Hex);

    /// <summary>Held by who downloads a blob; 256 of them, so that the files need never be removed.</summary>
    public string BlobLock(Digest digest) => Path.Combine(Locks, "blob-" + digest.Hex[..2]);

    /// <summary>Held by who unpacks a layer.</summary>
    /// <param name="chainId">The layer's chain id in hexadecimal.</param>
    public string LayerLock(string chainId) => Path.Combine(Locks, "layer-" + chainId[..2]);
}
