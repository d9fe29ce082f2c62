using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>Limits of block devices (runtime-spec config-linux.md, "Block IO").</summary>
public sealed record LinuxBlockIo
{
    /// <summary>The weight against other cgroups.</summary>
    public ushort? Weight { get; init; }

    /// <summary>The weight of the cgroup's own tasks against its children.</summary>
    public ushort? LeafWeight { get; init; }

    /// <summary>Weights for single devices.</summary>
    public IReadOnlyList<LinuxWeightDevice> WeightDevice { get; init => field = value ?? []; } = [];

    /// <summary>Limits of reading, in bytes a second.</summary>
    public IReadOnlyList<LinuxThrottleDevice> ThrottleReadBpsDevice { get; init => field = value ?? []; } = [];

    /// <summary>Limits of writing, in bytes a second.</summary>
    public IReadOnlyList<LinuxThrottleDevice> ThrottleWriteBpsDevice { get; init => field = value ?? []; } = [];

    /// <summary>Limits of reading, in operations a second.</summary>
    [JsonPropertyName("throttleReadIOPSDevice")]
    public IReadOnlyList<LinuxThrottleDevice> ThrottleReadIopsDevice { get; init => field = value ?? []; } = [];

    /// <summary>Limits of writing, in operations a second.</summary>
    [JsonPropertyName("throttleWriteIOPSDevice")]
    public IReadOnlyList<LinuxThrottleDevice> ThrottleWriteIopsDevice { get; init => field = value ?? []; } = [];
}
