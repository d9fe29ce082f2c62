using Knast.Oci.ImageSpec;

namespace Knast.Images.Store;

/// <summary>An entry of the store's index with its documents.</summary>
/// <param name="Manifest">The manifest's descriptor, with the annotations of the entry.</param>
/// <param name="Document">The manifest.</param>
/// <param name="Config">The configuration.</param>
internal sealed record StoredImage(Descriptor Manifest, ImageManifest Document, ImageConfig Config);
