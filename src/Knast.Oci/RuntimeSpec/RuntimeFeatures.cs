namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// What a runtime implements, as <c>features</c> prints it (runtime-spec features.md); null is unknown, which is not the same as empty.
/// </summary>
public sealed record RuntimeFeatures : IOciDocument
{
    /// <summary>The oldest version of the specification that is accepted; empty where the document lacks it.</summary>
    public string OciVersionMin { get; init => field = value ?? ""; } = "";

    /// <summary>The newest version that is accepted; empty where the document lacks it.</summary>
    public string OciVersionMax { get; init => field = value ?? ""; } = "";

    /// <summary>The names of the hooks.</summary>
    public IReadOnlyList<string>? Hooks { get; init; }

    /// <summary>The options of mounts.</summary>
    public IReadOnlyList<string>? MountOptions { get; init; }

    /// <summary>What only Linux has (features-linux.md).</summary>
    public LinuxFeatures? Linux { get; init; }

    /// <summary>Annotations of the runtime.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;

    /// <summary>Annotations that change what the runtime does; one that ends in '.' is a prefix.</summary>
    public IReadOnlyList<string>? PotentiallyUnsafeConfigAnnotations { get; init; }
}
