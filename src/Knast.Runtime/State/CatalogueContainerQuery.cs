namespace Knast.Runtime.State;

/// <summary>Which containers are asked for: those for which all that is given holds.</summary>
public sealed record CatalogueContainerQuery
{
    private readonly NamePattern? _name;

    /// <summary>The name, in which <c>*</c>, <c>?</c> and <c>[a-z]</c> stand for others; letters match in either case, but not where the name has no wildcard.</summary>
    public string? Name
    {
        get;
        init
        {
            field = value;
            _name = value is null ? null : new NamePattern(value);
        }
    }

    /// <summary>The beginning of the id.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The id of the image.</summary>
    public string? ImageId { get; init; }

    /// <summary>Labels that it must have; null as a value stands for any.</summary>
    public IReadOnlyDictionary<string, string?> Labels { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether every container is asked for.</summary>
    internal bool IsForAll => Name is null or "*" && IdPrefix is null && ImageId is null && Labels.Count == 0;

    /// <summary>Whether a container is asked for.</summary>
    /// <param name="container">The container.</param>
    public bool Matches(CatalogueContainer container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return (_name?.Matches(container.Name) ?? true)
            && (IdPrefix is null || container.Id.StartsWith(IdPrefix, StringComparison.Ordinal))
            && (ImageId is null || container.ImageId == ImageId)
            && LabelMatch.HasAll(container.Labels, Labels);
    }
}
