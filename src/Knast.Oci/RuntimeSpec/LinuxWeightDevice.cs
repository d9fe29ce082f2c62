namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// The weight of one block device; at least one of the two weights is given (runtime-spec config-linux.md, "Block IO").
/// </summary>
public sealed record LinuxWeightDevice
{
    /// <summary>The major number.</summary>
    public long Major { get; init; }

    /// <summary>The minor number.</summary>
    public long Minor { get; init; }

    /// <summary>The weight against other cgroups.</summary>
    public ushort? Weight { get; init; }

    /// <summary>The weight of the cgroup's own tasks against its children.</summary>
    public ushort? LeafWeight { get; init; }
}
