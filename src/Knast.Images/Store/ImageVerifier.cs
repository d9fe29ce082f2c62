using Knast.Images.Compression;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>Reads content again and checks it against its digests.</summary>
internal sealed class ImageVerifier(BlobStore blobs, ImageReader reader, IProgress<ImageProgress>? progress)
{
    private readonly HashSet<Digest> _seen = [];
    private readonly List<ImageProblem> _problems = [];

    /// <summary>Checks images.</summary>
    /// <param name="entries">Entries of the store's index.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<IReadOnlyList<ImageProblem>> VerifyAsync(IReadOnlyList<Descriptor> entries, CancellationToken cancellation) => Task.Run(
        () =>
        {
            foreach (Descriptor entry in entries)
            {
                Attempt(entry, entry.Digest, () => VerifyEntry(entry, cancellation));
            }

            return (IReadOnlyList<ImageProblem>)_problems;
        },
        cancellation);

    private void VerifyEntry(Descriptor entry, CancellationToken cancellation)
    {
        foreach (Descriptor manifest in reader.Expand(new ImageIndex { Manifests = [entry] }))
        {
            Attempt(entry, manifest.Digest, () =>
            {
                ImageManifest document = ImageDocuments.ReadManifest(blobs.Read(manifest.Digest), manifest.Digest);
                Attempt(entry, document.Config!.Digest, () => reader.Read(manifest));
                for (int index = 0; index < document.Layers.Count; index++)
                {
                    Descriptor layer = document.Layers[index];
                    Attempt(entry, layer.Digest, () => VerifyLayer(layer, cancellation));
                    progress?.Report(new ImageProgress(
                        ImageStage.Verifying, Name(entry), layer.Digest.ToString(), index + 1, document.Layers.Count, layer.Size, layer.Size));
                }
            });
        }
    }

    private void VerifyLayer(Descriptor layer, CancellationToken cancellation)
    {
        if (!_seen.Add(layer.Digest))
        {
            return;
        }

        using var stream = new DigestingStream(blobs.OpenRead(layer.Digest), layer.Digest.Algorithm);
        byte[] buffer = new byte[256 * 1024];
        while (stream.Read(buffer) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        if (stream.Count != layer.Size)
        {
            throw new ImageException(ImageErrorId.SizeMismatch, $"Blob {layer.Digest} has {stream.Count} bytes, but its descriptor says {layer.Size}.");
        }

        if (stream.GetDigest() is var found && found != layer.Digest)
        {
            throw new ImageException(ImageErrorId.DigestMismatch, $"Blob {layer.Digest} is damaged: its content has the digest {found}.");
        }
    }

    private void Attempt(Descriptor entry, Digest digest, Action check)
    {
        try
        {
            check();
        }
        catch (ImageException error)
        {
            _problems.Add(new ImageProblem(Name(entry), digest.ToString(), error.ErrorId, error.Message));
        }
    }

    private static string Name(Descriptor entry) => IndexEntries.NameOf(entry) is { } name && ImageReference.TryParse(name, out ImageReference? reference)
        ? reference.Familiar
        : entry.Digest.ToString();
}
