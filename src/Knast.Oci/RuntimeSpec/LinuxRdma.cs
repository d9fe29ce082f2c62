namespace Knast.Oci.RuntimeSpec;

/// <summary>Limits of a device for remote direct memory access; at least one is given (runtime-spec config-linux.md, "RDMA").</summary>
public sealed record LinuxRdma
{
    /// <summary>The most handles.</summary>
    public uint? HcaHandles { get; init; }

    /// <summary>The most objects.</summary>
    public uint? HcaObjects { get; init; }
}
