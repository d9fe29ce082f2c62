namespace Knast.Runtime.State;

/// <summary>What the catalogue keeps of a container: what does not change while it lives, but for its name and labels.</summary>
public sealed record CatalogueContainer
{
    /// <summary>The OCI id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The reference of its image; null where it was made from a bundle.</summary>
    public string? Image { get; init; }

    /// <summary>The id of its image; null where it was made from a bundle.</summary>
    public string? ImageId { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
