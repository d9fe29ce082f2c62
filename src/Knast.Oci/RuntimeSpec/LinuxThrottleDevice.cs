namespace Knast.Oci.RuntimeSpec;

/// <summary>The limit of one block device (runtime-spec config-linux.md, "Block IO").</summary>
public sealed record LinuxThrottleDevice
{
    /// <summary>The major number.</summary>
    public long Major { get; init; }

    /// <summary>The minor number.</summary>
    public long Minor { get; init; }

    /// <summary>Bytes or operations a second.</summary>
    public ulong Rate { get; init; }
}
