namespace Knast.Oci.DistributionSpec;

/// <summary>The body of a registry's answer of 400 and above (distribution-spec spec.md, "Error Codes").</summary>
public sealed record ErrorResponse : IOciDocument
{
    /// <summary>What went wrong.</summary>
    public IReadOnlyList<RegistryError> Errors { get; init => field = value ?? []; } = [];
}
