namespace Knast.Oci.RuntimeSpec;

/// <summary>The limit of huge pages of a size (runtime-spec config-linux.md, "Huge page limits").</summary>
public sealed record LinuxHugepageLimit
{
    /// <summary>The size, as <c>2MB</c>; empty where the document lacks it.</summary>
    public string PageSize { get; init => field = value ?? ""; } = "";

    /// <summary>The limit in bytes.</summary>
    public ulong Limit { get; init; }
}
