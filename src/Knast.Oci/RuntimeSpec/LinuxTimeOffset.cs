namespace Knast.Oci.RuntimeSpec;

/// <summary>The offset of a clock in a time namespace (runtime-spec config-linux.md; time_namespaces(7)).</summary>
public sealed record LinuxTimeOffset
{
    /// <summary>Seconds.</summary>
    public long? Secs { get; init; }

    /// <summary>Nanoseconds.</summary>
    public uint? Nanosecs { get; init; }
}
