using Knast.Images.Layers;
using Knast.Images.Store;
using Knast.Oci;

namespace Knast.Images.Registries;

/// <summary>Downloads the layers of an image, several at a time, and unpacks them in order as they come.</summary>
internal sealed class LayerPull(
    ImageStore store, RegistryClient client, ImageReference reference, IReadOnlyList<LayerSource> layers, PullOptions options, IProgress<ImageProgress>? progress)
{
    /// <summary>Does it. The first failure ends all.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var places = new SemaphoreSlim(Math.Max(1, options.MaxParallel));
        List<Task> downloads = [.. layers.Select((layer, index) => DownloadAsync(layer, index, places, stop.Token))];
        try
        {
            await FinishAsync(downloads, stop.Token).ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);

            // All of them end now; why the first one failed is thrown, the others only follow.
            await Task.WhenAll(downloads).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)
                .ConfigureAwait(false);
            if (!cancellation.IsCancellationRequested && downloads.Find(download => download.IsFaulted) is { } failed)
            {
                await failed.ConfigureAwait(false);
            }

            throw;
        }
    }

    private async Task FinishAsync(List<Task> downloads, CancellationToken cancellation)
    {
        Task failure = FirstFailureAsync(downloads);
        var reporter = new LayerProgress(progress, reference.Familiar, layers.Count);
        var ready = new List<LayerDirectory>();
        for (int index = 0; index < layers.Count; index++)
        {
            await await Task.WhenAny(downloads[index], failure).ConfigureAwait(false);
            if (options.Unpack && store.Layers.StacksLayers)
            {
                ready.Add(await store.Layers.EnsureLayerAsync(layers, index, ready, reporter, cancellation).ConfigureAwait(false));
            }

            Report(ImageStage.Complete, index, layers[index].Size);
        }
    }

    // Ends when one fails; else never, but then nobody waits for it any more.
    private static Task FirstFailureAsync(List<Task> downloads)
    {
        var failure = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (Task download in downloads)
        {
            download.ContinueWith(
                failed => failure.TrySetException(failed.Exception!.InnerExceptions),
                CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        return failure.Task;
    }

    private async Task DownloadAsync(LayerSource layer, int index, SemaphoreSlim places, CancellationToken cancellation)
    {
        if (store.Blobs.Contains(layer.Digest))
        {
            return;
        }

        await places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using IDisposable alone = await StoreLock.ExclusiveAsync(store.Paths.BlobLock(layer.Digest), cancellation).ConfigureAwait(false);
            if (!store.Blobs.Contains(layer.Digest))
            {
                await DownloadAsync(layer, index, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async Task DownloadAsync(LayerSource layer, int index, CancellationToken cancellation)
    {
        using BlobWriter writer = store.Blobs.Create(layer.Digest.Algorithm);
        Report(ImageStage.Downloading, index, 0);
        Action<long>? report = progress is null ? null : Import.Throttle.Every(done => Report(ImageStage.Downloading, index, done));
        await client.DownloadBlobAsync(reference, new() { Digest = layer.Digest, Size = layer.Size }, writer.Stream, report, cancellation).ConfigureAwait(false);
        writer.Commit(layer.Digest, layer.Size);
    }

    private void Report(ImageStage stage, int index, long done) => progress?.Report(new ImageProgress(
        stage, reference.Familiar, layers[index].Digest.ToString(), index + 1, layers.Count, done, layers[index].Size));
}
