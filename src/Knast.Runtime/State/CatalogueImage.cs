namespace Knast.Runtime.State;

/// <summary>What the catalogue keeps of an image.</summary>
public sealed record CatalogueImage
{
    /// <summary>The digest of the manifest: one entry for each.</summary>
    public required string Digest { get; init; }

    /// <summary>The digest of the configuration, which people call the image's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its names, normalised.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>When it was made; null where it does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Bytes in the store.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
