namespace Knast.Oci.RuntimeSpec;

/// <summary>What of memory policies a runtime implements (runtime-spec features-linux.md, "Memory policy"); null is unknown.</summary>
public sealed record MemoryPolicyFeatures
{
    /// <summary>The modes.</summary>
    public IReadOnlyList<string>? Modes { get; init; }

    /// <summary>The flags.</summary>
    public IReadOnlyList<string>? Flags { get; init; }
}
