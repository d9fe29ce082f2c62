namespace Knast.Oci.RuntimeSpec;

/// <summary>A device that the container sees (runtime-spec config-freebsd.md, "Devices").</summary>
public sealed record FreeBsdDevice
{
    /// <summary>Its path relative to <c>/dev</c>; empty where the document lacks it.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>Its permission bits; null leaves them alone.</summary>
    public uint? Mode { get; init; }
}
