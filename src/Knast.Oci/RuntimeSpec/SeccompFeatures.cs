namespace Knast.Oci.RuntimeSpec;

/// <summary>What of seccomp a runtime implements (runtime-spec features-linux.md, "Seccomp"); null is unknown.</summary>
public sealed record SeccompFeatures
{
    /// <summary>Whether at all.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The actions.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>The operators.</summary>
    public IReadOnlyList<string>? Operators { get; init; }

    /// <summary>The architectures.</summary>
    public IReadOnlyList<string>? Archs { get; init; }

    /// <summary>The flags that are recognised.</summary>
    public IReadOnlyList<string>? KnownFlags { get; init; }

    /// <summary>The flags that work.</summary>
    public IReadOnlyList<string>? SupportedFlags { get; init; }
}
