namespace Knast.Native.Linux.Bpf;

/// <summary>Where a program is attached (linux/bpf.h: enum bpf_attach_type).</summary>
public enum BpfAttachType
{
    /// <summary>The use of devices by processes of a cgroup.</summary>
    CgroupDevice = 6,
}
