namespace Knast.Oci.RuntimeSpec;

/// <summary>A rule for the use of devices (runtime-spec config-linux.md, "Allowed Device list").</summary>
public sealed record LinuxDeviceCgroup
{
    /// <summary>True allows, false denies.</summary>
    public bool Allow { get; init; }

    /// <summary><c>a</c>, <c>c</c> or <c>b</c>; null means all.</summary>
    public string? Type { get; init; }

    /// <summary>The major number; null means all.</summary>
    public long? Major { get; init; }

    /// <summary>The minor number; null means all.</summary>
    public long? Minor { get; init; }

    /// <summary>A composition of <c>r</c>, <c>w</c> and <c>m</c>.</summary>
    public string? Access { get; init; }
}
