namespace Knast.Runtime.State;

/// <summary>Which images are asked for: those for which all that is given holds.</summary>
public sealed record CatalogueImageQuery
{
    /// <summary>One of its normalised names, in which <c>*</c>, <c>?</c> and <c>[a-z]</c> stand for others.</summary>
    public string? Reference { get; init; }

    /// <summary>The beginning of the id, with <c>sha256:</c>.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Labels that it must have; null as a value stands for any.</summary>
    public IReadOnlyDictionary<string, string?> Labels { get; init; } = new Dictionary<string, string?>();
}
