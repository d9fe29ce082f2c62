namespace Knast.Oci.RuntimeSpec;

/// <summary>What of Intel RDT a runtime implements (runtime-spec features-linux.md, "Intel RDT"); null is unknown.</summary>
public sealed record IntelRdtFeatures
{
    /// <summary>Whether at all.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The property <c>schemata</c>.</summary>
    public bool? Schemata { get; init; }

    /// <summary>The property <c>enableMonitoring</c>.</summary>
    public bool? Monitoring { get; init; }
}
