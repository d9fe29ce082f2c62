namespace Knast.Images.Layers;

/// <summary>What was unpacked from a layer.</summary>
/// <param name="Entries">Entries of the archive.</param>
/// <param name="SkippedAttributes">Extended attributes that this system or file system cannot keep.</param>
internal sealed record LayerExtraction(long Entries, int SkippedAttributes);
