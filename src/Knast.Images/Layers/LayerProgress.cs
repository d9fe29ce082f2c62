namespace Knast.Images.Layers;

/// <summary>Reports on the unpacking of an image's layers.</summary>
internal sealed class LayerProgress(IProgress<ImageProgress>? progress, string image, int count)
{
    /// <summary>What to call with the bytes of a layer that are done; null where nobody listens.</summary>
    /// <param name="source">The layer.</param>
    /// <param name="index">Its place, 0 for the lowest.</param>
    public Action<long>? For(LayerSource source, int index)
    {
        if (progress is null)
        {
            return null;
        }

        var report = new ImageProgress(
            ImageStage.Unpacking, image, source.Digest.ToString(), index + 1, count, BytesTotal: source.Size);
        return done => progress.Report(report with { BytesDone = done });
    }
}
