namespace Knast.Images.Registries;

/// <summary>A request to a registry.</summary>
/// <param name="Domain">The registry, as in references.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Path">What in it, such as <c>manifests/latest</c>.</param>
/// <param name="What">The same for messages.</param>
internal sealed record RegistryRequest(string Domain, string Repository, string Path, string What)
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Media types that we can read.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>The first byte that is wanted; 0 for all.</summary>
    public long Offset { get; init; }
}
