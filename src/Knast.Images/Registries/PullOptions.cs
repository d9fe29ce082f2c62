namespace Knast.Images.Registries;

/// <summary>How an image is pulled.</summary>
public sealed record PullOptions
{
    /// <summary>How many layers are downloaded at the same time.</summary>
    public int MaxParallel { get; init; } = 4;

    /// <summary>Whether layers are unpacked, each as soon as it and those below are there; only where <see cref="Layers.LayerStore.StacksLayers"/>.</summary>
    public bool Unpack { get; init; } = true;
}
