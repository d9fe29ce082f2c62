namespace Knast.Oci.DistributionSpec;

/// <summary>The tags of a repository (distribution-spec spec.md, "Listing Tags").</summary>
public sealed record TagList : IOciDocument
{
    /// <summary>The repository; empty where the answer lacks it.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The tags, in the registry's order.</summary>
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];
}
