using Knast.Oci;

namespace Knast.Images.Layers;

/// <summary>An unpacked layer.</summary>
/// <param name="DiffId">The digest of the uncompressed layer.</param>
/// <param name="ChainId">The digest of the layer and all below it (image-spec config.md, "Layer ChainID"): the name of its directory.</param>
/// <param name="Path">Where its tree is, as an absolute path of the kernel's machine. Never write there.</param>
public sealed record LayerDirectory(Digest DiffId, Digest ChainId, string Path);
