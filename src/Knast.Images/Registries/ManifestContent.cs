using Knast.Oci;

namespace Knast.Images.Registries;

/// <summary>A manifest or an index as a registry gave it.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest">Its digest, which its bytes have.</param>
internal sealed record ManifestContent(byte[] Content, string MediaType, Digest Digest);
