namespace Knast.Images.Store;

/// <summary>What containers need, so that it is not removed.</summary>
/// <param name="ImageIds">Ids of images that containers were made from.</param>
/// <param name="ChainIds">Chain ids of layers that containers run on, as in <see cref="Layers.LayerDirectory.ChainId"/>.</param>
public sealed record ImageUse(IReadOnlySet<string> ImageIds, IReadOnlySet<string> ChainIds)
{
    /// <summary>Nothing is needed.</summary>
    public static ImageUse None { get; } = new(new HashSet<string>(), new HashSet<string>());
}
