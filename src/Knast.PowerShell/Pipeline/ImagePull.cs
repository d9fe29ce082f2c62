using Knast.Images.Registries;
using Knast.Images.Store;
using Knast.Oci;

namespace Knast.PowerShell.Pipeline;

/// <summary>Pulls an image and shows how far it is.</summary>
internal static class ImagePull
{
    public static async Task<Image> RunAsync(
        ImageStore store, ImageReference reference, Platform? platform, PullOptions options, ICommandStreams streams, CancellationToken cancellation)
    {
        streams.WriteVerbose($"Pulling {reference}{(platform is null ? "" : $" for {platform}")}.");
        using var client = new RegistryClient();
        using var progress = new ImageProgressReporter(streams, $"Pulling {reference.Familiar}");
        Image image = await new ImagePuller(store, client).PullAsync(reference, platform, options, progress, cancellation).ConfigureAwait(false);
        streams.WriteVerbose($"Pulled {image}, digest {image.Digest}.");
        return image;
    }
}
