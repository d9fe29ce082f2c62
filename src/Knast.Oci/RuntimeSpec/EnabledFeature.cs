namespace Knast.Oci.RuntimeSpec;

/// <summary>Whether a runtime implements something (runtime-spec features-linux.md).</summary>
public sealed record EnabledFeature
{
    /// <summary>True or false; null is unknown.</summary>
    public bool? Enabled { get; init; }
}
