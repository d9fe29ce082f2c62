using Knast.Images.Archives;
using Knast.Images.Compression;
using Knast.Native.Kernel;
using Knast.Oci;

namespace Knast.Images.Layers;

/// <summary>Decompresses, hashes and unpacks a layer, all at the same time.</summary>
internal static class LayerUnpacker
{
    /// <summary>Unpacks a layer and checks its diff id.</summary>
    /// <param name="compressed">The blob, able to seek; it is closed.</param>
    /// <param name="source">What the blob is.</param>
    /// <param name="tree">Where to. After a failure, anything may be in it.</param>
    /// <param name="mode">What becomes of whiteouts.</param>
    /// <param name="limits">What the layer may not exceed.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ImageException">The layer cannot be unpacked, or is not what its digest says.</exception>
    /// <exception cref="NativeException">The file system refused, such as ENOSPC.</exception>
    public static LayerExtraction Unpack(
        Stream compressed, LayerSource source, LayerTree tree, LayerMode mode, LayerLimits limits, CancellationToken cancellation)
    {
        try
        {
            using Stream blob = compressed;
            using Stream uncompressed = Decompression.Open(blob, $"Layer {source.Digest}", out _);
            using var readAhead = new ReadAheadStream(uncompressed, cancellation);
            using var digesting = new DigestingStream(readAhead, source.DiffId.Algorithm);
            LayerExtraction extraction = LayerExtractor.Extract(tree, digesting, mode, limits, cancellation);
            Check(source, digesting.GetDigest());
            return extraction;
        }
        catch (TarFormatException error)
        {
            throw Invalid(error.IsTruncated ? ImageErrorId.LayerTruncated : ImageErrorId.LayerInvalid, source, error);
        }
        catch (EndOfStreamException error)
        {
            throw Invalid(ImageErrorId.LayerTruncated, source, error);
        }
        catch (InvalidDataException error)
        {
            throw Invalid(ImageErrorId.LayerInvalid, source, error);
        }
        catch (TarLimitException error)
        {
            throw Invalid(ImageErrorId.LayerTooLarge, source, error);
        }
        catch (ImageException error) when (error.Subject is null)
        {
            throw Invalid(error.ErrorId, source, error);
        }
    }

    private static void Check(LayerSource source, Digest found)
    {
        if (found != source.DiffId)
        {
            throw new ImageException(
                ImageErrorId.DigestMismatch,
                $"Layer {source.Digest}: its uncompressed content has the digest {found}, but the image's configuration says {source.DiffId}.")
            {
                Subject = source.Digest.ToString(),
            };
        }
    }

    private static ImageException Invalid(ImageErrorId id, LayerSource source, Exception error) =>
        new(id, $"Layer {source.Digest}: {error.Message}", error) { Subject = source.Digest.ToString() };
}
