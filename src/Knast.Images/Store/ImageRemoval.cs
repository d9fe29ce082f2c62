namespace Knast.Images.Store;

/// <summary>What was removed.</summary>
/// <param name="Untagged">Names that were taken away, normalised.</param>
/// <param name="Removed">Images that are gone, as they were.</param>
/// <param name="FreedBytes">Bytes of blobs and unpacked layers that were freed.</param>
public sealed record ImageRemoval(IReadOnlyList<string> Untagged, IReadOnlyList<Image> Removed, long FreedBytes);
