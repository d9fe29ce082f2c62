namespace Knast.Oci.DistributionSpec;

/// <summary>The repositories of a registry (the distribution project's <c>/v2/_catalog</c>; the specification reserves it).</summary>
public sealed record RepositoryList : IOciDocument
{
    /// <summary>The repositories, in the registry's order.</summary>
    public IReadOnlyList<string> Repositories { get; init => field = value ?? []; } = [];
}
