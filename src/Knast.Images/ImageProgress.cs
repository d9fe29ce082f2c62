namespace Knast;

/// <summary>How far an operation on an image is. Bytes of one layer only grow, until its stage is <see cref="ImageStage.Complete"/>.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Image">The image, as its user named it.</param>
/// <param name="Layer">The digest of the layer; null where it is about the whole image.</param>
/// <param name="LayerIndex">The layer's place, 1 for the lowest; 0 where it is about the whole image.</param>
/// <param name="LayerCount">How many layers there are; 0 where that is not known yet.</param>
/// <param name="BytesDone">Bytes that are done, of the layer as it is stored or sent.</param>
/// <param name="BytesTotal">Bytes in all; null where that is not known.</param>
public sealed record ImageProgress(
    ImageStage Stage,
    string Image,
    string? Layer = null,
    int LayerIndex = 0,
    int LayerCount = 0,
    long BytesDone = 0,
    long? BytesTotal = null);
