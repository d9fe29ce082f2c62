namespace Knast.Runtime.State;

/// <summary>Which images are asked for: those for which all that is given holds.</summary>
public sealed record CatalogueImageQuery
{
    private readonly NamePattern? _reference;

    /// <summary>One of its normalised names, in which <c>*</c>, <c>?</c> and <c>[a-z]</c> stand for others.</summary>
    public string? Reference
    {
        get;
        init
        {
            field = value;
            _reference = value is null ? null : new NamePattern(value);
        }
    }

    /// <summary>The beginning of the id, with <c>sha256:</c>.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Labels that it must have; null as a value stands for any.</summary>
    public IReadOnlyDictionary<string, string?> Labels { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether an image is asked for.</summary>
    /// <param name="image">The image.</param>
    public bool Matches(CatalogueImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return (_reference is null || image.References.Any(_reference.Matches))
            && (IdPrefix is null || image.Id.StartsWith(IdPrefix, StringComparison.Ordinal))
            && LabelMatch.HasAll(image.Labels, Labels);
    }
}
