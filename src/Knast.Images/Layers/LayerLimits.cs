namespace Knast.Images.Layers;

/// <summary>What one layer may not exceed, so that a small download cannot fill the machine.</summary>
public sealed record LayerLimits
{
    /// <summary>What holds where nothing else is said.</summary>
    public static LayerLimits Default { get; } = new();

    /// <summary>Bytes of the layer, uncompressed. 128 GiB.</summary>
    public long MaximumBytes { get; init; } = 128L << 30;

    /// <summary>Entries of the layer's archive. 8 million.</summary>
    public long MaximumEntries { get; init; } = 8_000_000;

    internal Archives.TarLimits ToTarLimits() => new(MaximumEntries, MaximumBytes);
}
