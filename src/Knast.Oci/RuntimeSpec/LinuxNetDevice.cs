namespace Knast.Oci.RuntimeSpec;

/// <summary>A network device that moves into the container (runtime-spec config-linux.md, "Network Devices").</summary>
public sealed record LinuxNetDevice
{
    /// <summary>Its name inside; null keeps the host's.</summary>
    public string? Name { get; init; }
}
