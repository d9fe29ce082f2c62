namespace Knast.Oci.RuntimeSpec;

/// <summary>What of control groups a runtime implements (runtime-spec features-linux.md, "Cgroup"); null is unknown.</summary>
public sealed record CgroupFeatures
{
    /// <summary>Version 1.</summary>
    public bool? V1 { get; init; }

    /// <summary>Version 2.</summary>
    public bool? V2 { get; init; }

    /// <summary>By way of systemd.</summary>
    public bool? Systemd { get; init; }

    /// <summary>By way of a user's systemd.</summary>
    public bool? SystemdUser { get; init; }

    /// <summary>The rdma controller.</summary>
    public bool? Rdma { get; init; }
}
