using Knast.Oci;

namespace Knast.Images.Layers;

/// <summary>A layer as an image describes it.</summary>
/// <param name="Digest">The digest of the blob, as it is stored.</param>
/// <param name="Size">Bytes of the blob.</param>
/// <param name="DiffId">The digest of the uncompressed content.</param>
internal sealed record LayerSource(Digest Digest, long Size, Digest DiffId);
