namespace Knast.Oci.RuntimeSpec;

/// <summary>A resource limit (runtime-spec config.md, "rlimits"; getrlimit(2)).</summary>
public sealed record PosixRlimit
{
    /// <summary>The resource, such as <c>RLIMIT_NOFILE</c>; empty where the document lacks it.</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>The ceiling of the soft limit; 18446744073709551615 is no limit.</summary>
    public ulong Hard { get; init; }

    /// <summary>The limit in force; 18446744073709551615 is no limit.</summary>
    public ulong Soft { get; init; }
}
