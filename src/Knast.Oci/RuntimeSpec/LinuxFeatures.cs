namespace Knast.Oci.RuntimeSpec;

/// <summary>What a runtime implements on Linux (runtime-spec features-linux.md); null is unknown.</summary>
public sealed record LinuxFeatures
{
    /// <summary>The types of namespaces.</summary>
    public IReadOnlyList<string>? Namespaces { get; init; }

    /// <summary>The names of capabilities.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>Control groups.</summary>
    public CgroupFeatures? Cgroup { get; init; }

    /// <summary>The filter of system calls.</summary>
    public SeccompFeatures? Seccomp { get; init; }

    /// <summary>AppArmor.</summary>
    public EnabledFeature? Apparmor { get; init; }

    /// <summary>SELinux.</summary>
    public EnabledFeature? Selinux { get; init; }

    /// <summary>Intel Resource Director Technology.</summary>
    public IntelRdtFeatures? IntelRdt { get; init; }

    /// <summary>NUMA memory policies.</summary>
    public MemoryPolicyFeatures? MemoryPolicy { get; init; }

    /// <summary>Kinds of mounts.</summary>
    public MountExtensionFeatures? MountExtensions { get; init; }

    /// <summary>Moving of network devices.</summary>
    public EnabledFeature? NetDevices { get; init; }
}
